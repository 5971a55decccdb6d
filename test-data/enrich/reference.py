#!/usr/bin/env python3
"""An independent, slow implementation of the figures of `expomotif enrich`, from the published definitions of SEA and CentriMo.

    reference.py make                                   writes the sequences of this folder, from a fixed seed
    reference.py sea POS NEG MOTIFS HOLD_OUT SEED       writes the columns of sea.tsv, without rank and file
    reference.py centrimo POS MOTIFS                    writes figures of centrimo.tsv
"""
import math
import random
import re
import sys

LN2 = math.log(2)


class Twister:
    """MT19937 with the seeding of 2002; Python's generator supplies the words from a given state."""

    def __init__(self, seed):
        state = [seed]
        for j in range(1, 624):
            state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + j) & 0xFFFFFFFF)
        self.random = random.Random()
        self.random.setstate((3, tuple(state + [624]), None))

    def uniform(self):
        high = self.random.getrandbits(32)
        return (high * 2.0**32 + self.random.getrandbits(32)) / 2.0**64


def read_fasta(path):
    records = []
    for line in open(path):
        if line.startswith(">"):
            records.append([line[1:].split()[0], ""])
        else:
            records[-1][1] += line.strip().upper()
    return [(name, re.sub("[^ACGT]", "~", letters)) for name, letters in records]


def revcomp(text):
    return text[::-1].translate(str.maketrans("ACGT", "TGCA"))


def read_meme(path):
    motifs, rows = {}, None
    for line in open(path):
        if line.startswith("MOTIF"):
            words = line.split()
            ident, name = words[1], words[2] if len(words) > 2 else ""
        elif line.startswith("letter-probability"):
            sites = re.search(r"nsites= *([\d.]+)", line)
            rows = []
            motifs.setdefault(ident, (name, rows, int(float(sites.group(1))) if sites else 20))
        elif rows is not None and re.match(r"\s*[\d.]", line):
            rows.append([float(x) for x in line.split()])
        else:
            rows = None if not line.startswith("letter") else rows
    return motifs


def letter_frequencies(sequences):
    counts = [1 + sum(letters.count(a) for _, letters in sequences) for a in "ACGT"]
    f = [c / sum(counts) for c in counts]
    at, cg = (f[0] + f[3]) / 2, (f[1] + f[2]) / 2
    return [at, cg, cg, at]


def pseudo_background(b):
    b = [x + 5e-7 for x in b]
    return [x / sum(b) for x in b]


def probabilities(rows, n, b):
    n = n or 20
    p = []
    for row in rows:
        total = sum(row) if abs(sum(row) - 1) > 1e-5 else 1
        p.append([(x / total * n + 0.1 * y) / (n + 0.1) for x, y in zip(row, b)])
    return p


def consensus(p):
    letters = "-ACMGRSVTWYHKDBN"
    return "".join(letters[sum(1 << a for a in range(4) if row[a] >= max(row) / 2)] for row in p)


def conditional(sequences):
    bits = {}
    for k in (1, 2, 3):
        counts, total = {}, 0
        for _, letters in sequences:
            for i in range(len(letters) - k + 1):
                word = letters[i:i + k]
                if "~" not in word:
                    counts[word] = counts.get(word, 0) + 1
                    total += 1
        words = [""]
        for _ in range(k):
            words = [w + a for w in words for a in "ACGT"]
        p = {w: float("%.3e" % ((0.25**k + counts.get(w, 0) + counts.get(revcomp(w), 0)) / (1 + 2 * total))) for w in words}
        for i in range(0, len(words), 4):
            four = words[i:i + 4]
            total4 = sum(p[w] for w in four)
            for w in four:
                bits[w] = math.log(p[w] / total4 if abs(total4 - 1) > 1e-7 else p[w]) / LN2
    return bits


def running(letters, bits):
    sums = [0.0]
    for i, a in enumerate(letters):
        value = 0.0
        if a != "~":
            word = letters[max(0, i - 2):i + 1].split("~")[-1]
            value = bits[word]
        sums.append(sums[-1] + value)
    return sums


def ten(x):
    return float("%.9e" % x)


def strand_scores(letters, matrix, bits):
    sums, w = running(letters, bits), len(matrix)
    scores = {}
    for start in range(len(letters) - w + 1):
        window = letters[start:start + w]
        if "~" not in window:
            total = 0.0
            for row, a in zip(matrix, window):
                total += row["ACGT".index(a)]
            scores[start] = ten(total - (sums[start + w] - sums[start]))
    return scores


def best(letters, matrix, bits):
    plus = strand_scores(letters, matrix, bits)
    minus = strand_scores(revcomp(letters), matrix, bits)
    scores = list(plus.values()) + list(minus.values())
    return max(scores) if scores else None


def log_fisher(a, c, n, m):
    lf = lambda k: math.lgamma(k + 1)
    lc = lambda x, y: lf(x) - lf(y) - lf(x - y)
    total = None
    for i in range(a, min(a + c, n) + 1):
        if a + c - i > m:
            continue
        term = lc(n, i) + lc(m, a + c - i) - lc(n + m, a + c)
        total = term if total is None else max(total, term) + math.log1p(math.exp(-abs(total - term)))
    return total


def log_binomial(x, total, p):
    """ln P(at least x of total), by direct summation; x whole."""
    if x == 0:
        return 0.0
    q = 0.0
    for i in range(x, total + 1):
        q += math.exp(math.lgamma(total + 1) - math.lgamma(i + 1) - math.lgamma(total - i + 1)
                      + i * math.log(p) + (total - i) * math.log(1 - p))
    return math.log(q)


def rounded(x):
    if abs(x) < 1e-10:
        return 0.0
    size = ten(abs(x)) if abs(x) >= 1 else ten(1 + abs(x)) - 1
    return min(0.0, -size if x < 0 else size)


def adjusted(log_n, lp):
    s = log_n + lp
    if s < -13.8155105579643:
        return s
    if s > 4.60517018598809:
        return 0.0
    if log_n > 4.60517018598809:
        return math.log(1 - (1 - 1e-6)**math.exp(s + 13.8155105579643))
    return math.log(1 - (1 - math.exp(lp))**math.exp(log_n))


def power(log, digits):
    x = log / math.log(10)
    e = math.floor(x)
    m = 10**(x - e)
    if m + 0.5 * 10**-digits >= 10:
        m, e = 1, e + 1
    return "%.*fe%d" % (digits, m, e)


def prepare(sequences, twister):
    kept = [(min(s, revcomp(s)), name) for name, s in sequences if len(s) >= 8]
    kept.sort(key=lambda x: (x[0], len(x[1]), x[1]))
    for i in range(len(kept) - 1, 0, -1):
        j = int(twister.uniform() * (i + 1))
        kept[i], kept[j] = kept[j], kept[i]
    return [letters for letters, _ in kept]


def trim(primary, control):
    if not primary or not control:
        return control
    a1 = sum(map(len, primary)) / len(primary)
    a2 = sum(map(len, control)) / len(control)
    if a2 <= a1:
        return control
    f, left, result = 1 - a1 / a2, sum(map(len, control)) - math.floor(a1 * len(control)), []
    for s in control:
        t = math.floor(min(left, max(1, f * len(s) + 0.5)))
        result.append(s[t // 2:t // 2 + len(s) - t])
        left -= t
    return result


def sea(pos_file, neg_file, motif_file, hold_out, seed):
    primary, control, motifs = read_fasta(pos_file), read_fasta(neg_file), read_meme(motif_file)
    bits, twister = conditional(control), Twister(seed)
    b = pseudo_background(letter_frequencies(primary))
    first, second = prepare(primary, twister), prepare(control, twister)
    held = [int(hold_out * len(x)) for x in (first, second)]
    held = [k if k >= 5 else 0 for k in held]
    assert (held[0] > 0) == (held[1] > 0)
    cut = lambda x, k: (x[:len(x) - k], x[len(x) - k:])
    (main1, held1), (main2, held2) = cut(first, held[0]), cut(second, held[1])
    main2, held2 = trim(main1, main2), trim(held1, held2)
    mean = lambda x: sum(map(len, x)) / len(x)
    unequal = lambda x, y: abs(mean(x) - mean(y)) / min(mean(x), mean(y)) >= 1e-4
    rows = []
    for ident, (name, matrix, n) in motifs.items():
        p = probabilities(matrix, n, b)
        logs = [[math.log(x) / LN2 for x in row] for row in p]
        w = len(p)

        def log_p(a, c, x, y, binomial):
            if not binomial:
                return log_fisher(a, c, len(x), len(y))
            s1, s2 = len(x) * max(1, mean(x) - w + 1), len(y) * max(1, mean(y) - w + 1)
            return log_binomial(a, a + c, s1 / (s1 + s2))

        def search(x, y, binomial):
            sites = [(best(s, logs, bits), 1) for s in x] + [(best(s, logs, bits), 0) for s in y]
            sites = sorted([s for s in sites if s[0] is not None and s[0] > 0], key=lambda s: (-s[0], s[1]))
            a = c = 0
            found = (0.0, 0, 0, 0.0, 0)
            for i, (score, positive) in enumerate(sites):
                a, c = a + positive, c + 1 - positive
                if positive and (i + 1 == len(sites) or not sites[i + 1][1]):
                    lp = rounded(log_p(a, c, x, y, binomial))
                    if lp < found[3]:
                        found = (score, a, c, lp, found[4] + 1)
            return found

        if held1:
            binomial = unequal(main1, main2) or unequal(held1, held2)
            threshold, _, _, _, improved = search(held1, held2, unequal(held1, held2))
            counts = []
            for side in (main1, main2):
                scores = [best(s, logs, bits) for s in side]
                counts.append(sum(1 for s in scores if improved and s is not None and s > 0 and s >= threshold - 1e-6))
            a, c = counts
            lp = rounded(log_p(a, c, main1, main2, binomial)) if improved else 0.0
        else:
            threshold, a, c, lp, improved = search(main1, main2, unequal(main1, main2))
            lp = adjusted(math.log(max(1, improved)), lp)
        rows.append([lp, ident, name, consensus(p), a, c, threshold - 1e-6])
    rows.sort(key=lambda r: (r[0], r[1]))
    assert len(rows) <= 100
    q, logs_q = 1.0, []
    for i in range(len(rows), 0, -1):
        q = min(q, math.exp(rows[i - 1][0]) * len(rows) / i)
        logs_q.append(math.log(q))
    logs_q.reverse()
    print("\t".join("ID ALT_ID CONSENSUS TP TP% FP FP% ENR_RATIO SCORE_THR PVALUE LOG_PVALUE EVALUE LOG_EVALUE QVALUE LOG_QVALUE".split()))
    for (lp, ident, name, text, a, c, threshold), lq in zip(rows, logs_q):
        n, m = len(main1), len(main2)
        le = math.log(len(rows)) + lp
        print("\t".join([ident, name, text, str(a), "%.2f" % (100 * a / n), str(c), "%.2f" % (100 * c / m),
                         "%.3g" % (((a + 1) / (n + 1)) / ((c + 1) / (m + 1))), "%.2g" % threshold,
                         power(lp, 2), "%.2f" % lp, power(le, 2), "%.2f" % le, power(lq, 2), "%.2f" % lq]))


def centrimo(pos_file, motif_file):
    sequences, motifs = read_fasta(pos_file), read_meme(motif_file)
    length = len(sequences[0][1])
    b = letter_frequencies(sequences)
    rows = []
    for order, (ident, (_, matrix, n)) in enumerate(motifs.items()):
        p = probabilities(matrix, n, pseudo_background(b))
        w = len(p)
        odds = [[math.log(x / y) * 1.44269504 for x, y in zip(row, b)] for row in p]
        o = math.floor(min(map(min, odds)))
        s = math.floor(1000 / (max(map(max, odds)) - o))
        cells = [[math.floor((x - o) * s + 0.5) for x in row] for row in odds]
        weights, used = [0.0] * (2 * length - 1), 0
        for _, letters in sequences:
            if len(letters) != length:
                continue
            sums = []
            for start in range(length - w + 1):
                window = letters[start:start + w]
                if "~" not in window:
                    for strand in (window, revcomp(window)):
                        sums.append((sum(row["ACGT".index(a)] for row, a in zip(cells, strand)), start))
            top = max(sums)[0] if sums else None
            if sums and top / s + w * o >= 5:
                places = [start for total, start in sums if total == top]
                used += 1
                for start in places:
                    weights[2 * start + w - 1] += 1 / len(places)
        if not used or w >= length - 1:
            continue
        bins, found = length - w + 1, None
        widths = list(range(2 - bins % 2, bins - 1, 2))
        for k in widths:
            x = sum(weights[length - k:length + k - 1 + 1])
            if abs(x - round(x)) < 1e-9:
                lp = log_binomial(round(x), used, k / bins)
            else:
                lp = log_beta(x, used - x + 1, k / bins)
            adj = adjusted(math.log(len(widths)), lp)
            if found is None or adj < found[0]:
                found = (adj, k, x, lp)
        rows.append((found[0], order, ident, found[1], bins, found[2], used, found[3], len(widths)))
    rows.sort()
    print("\t".join("motif_id adj_p-value bin_width total_width sites_in_bin total_sites p-value mult_tests".split()))
    for adj, _, ident, k, bins, x, used, lp, tests in rows:
        print("\t".join([ident, power(adj, 1), "%.1f" % k, str(bins), str(math.floor(x + 0.5)), str(used), power(lp, 1), str(tests)]))


def log_beta(a, b, z):
    """ln I_z(a, b), by the trapezoid rule in t, where x = z / (1 + exp(-sinh t)) over the smooth integrand."""
    total, h = 0.0, 1 / 512
    for i in range(-4096, 4097):
        t = i * h
        u = math.sinh(t)
        if abs(u) > 600:
            continue
        x = z / (1 + math.exp(-u))
        density = math.exp((a - 1) * math.log(x) + (b - 1) * math.log1p(-x))
        total += density * x * (1 - x / z) * math.cosh(t) * h
    return math.log(total) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)


def make():
    r = random.Random(7)
    motifs = read_meme("../jaspar2016_62.meme")
    names = list(motifs)

    def background(n):
        return "".join(r.choices("ACGT", (3, 2, 2, 3), k=n))

    def site(ident):
        return "".join(r.choices("ACGT", row)[0] for row in motifs[ident][1])

    def planted(letters, ident, at):
        word = site(ident)
        word = word if r.random() < 0.5 else revcomp(word)
        return letters[:at] + word + letters[at + len(word):]

    def write(path, records):
        with open(path, "w") as out:
            for name, letters in records:
                out.write(">%s\n%s\n" % (name, letters))

    positives = []
    for i in range(48):
        letters = background(80)
        if i % 4 != 3:
            letters = planted(letters, names[3], 30 + r.randrange(8))
        if i % 3 == 0:
            letters = planted(letters, names[7], r.randrange(60))
        if i % 16 == 5:
            letters = letters[:50] + "NNRYN" + letters[55:]
        positives.append(("peak_%d" % i, letters.lower() if i % 5 == 0 else letters))
    write("positives.fa", positives)
    write("controls.fa", [("control_%d" % i, background(80)) for i in range(56)])
    write("unequal.fa", [("control_%d" % i, background(r.choice((6, 20, 60, 75, 100, 140)))) for i in range(64)])


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["make"]:
        make()
    elif words[:1] == ["sea"]:
        sea(words[1], words[2], words[3], float(words[4]), int(words[5]))
    elif words[:1] == ["centrimo"]:
        centrimo(words[1], words[2])
    else:
        sys.exit(__doc__)
