#!/usr/bin/env bash
# Ends the Slurm that slurm-up.sh started.
#
#   nextflow/tests/slurm-down.sh FOLDER
for pid in "${1:?folder}"/*.pid; do
    [ -f "$pid" ] && kill "$(cat "$pid")"
done
true
