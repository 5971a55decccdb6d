/** What the tests share: command lines that run in this process or another, and builders of input files and models. */
@NullMarked
package org.expomotif.testing;

import org.jspecify.annotations.NullMarked;
