#!/usr/bin/env python3
"""Measures `expomotif instances` on sequences with planted motifs, beside Fi-NeMo and a scan of the letters alone.

    bench/instances.py --model model.zip --data task3 [--limit 500] [--split test] [--core A,B,...]
                       [--finemo VENV/bin/finemo] [--program 'bin/expomotif'] --out-dir DIR

The model is one of Task 3 (`synth billboard`, `train`), and --data the folder of its sequences. Positives of the split
are explained, and two dinucleotide shuffles of each as the null. Every method gets the same motifs: those of the class
(core) alone, and all that the task plants anywhere. For each: calls, share of them that overlap no planted site (false),
share that overlap planted sites of other motifs only (other), share of planted sites with a call of their motif over
half of their bases (found), average precision of the bases by the score of the best call over each (AUPR),
of the calls and of all candidates, seconds, and calls in further shuffles of the sequences.

Fi-NeMo reads contribution-weighted matrices: here the mean contributions over the planted sites of each motif, which is
more than a user knows. It has no error rate, so its calls are those of its default, lambda 0.7.
"""
import argparse
import os
import shlex
import subprocess
import time

CORE = "MA0079.3,MA0062.2,MA0466.2,MA0058.3,MA0095.2"


def rows(path):
    with open(path) as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line[0] != "#" and line.strip()]


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


class Truth:
    def __init__(self, path, names, length):
        self.length, self.sites = length, {name: [] for name in names}
        for row in rows(path):
            if row[0] in self.sites:
                self.sites[row[0]].append((int(row[1]), int(row[2]), row[3]))

    def judged(self, calls):
        """calls: sequence, start, end, motif. Shares of false and of other ones, and of sites found."""
        false = other = 0
        found = set()
        for name, start, end, motif in calls:
            over = [site for site in self.sites[name] if overlap((start, end), site) > 0]
            right = [site for site in over if site[2] == motif and 2 * overlap((start, end), site) >= site[1] - site[0]]
            false += not over
            other += bool(over) and not right
            found.update((name, site) for site in right)
        n = max(1, len(calls))
        return false / n, other / n, len(found) / sum(map(len, self.sites.values()))

    def aupr(self, scored):
        """scored: sequence, start, end, score. Average precision over all bases; ties enter together."""
        best = {name: [0.0] * self.length for name in self.sites}
        for name, start, end, score in scored:
            own = best[name]
            for i in range(start, end):
                own[i] = max(own[i], score)
        bases = []
        for name, sites in self.sites.items():
            planted = [False] * self.length
            for start, end, _ in sites:
                planted[start:end] = [True] * (end - start)
            bases += zip(best[name], planted)
        bases.sort(key=lambda base: -base[0])
        total, seen, hits, area, i = sum(planted for _, planted in bases), 0, 0, 0.0, 0
        while i < len(bases):
            score, before = bases[i][0], hits
            while i < len(bases) and bases[i][0] == score:
                hits += bases[i][1]
                seen += 1
                i += 1
            area += (hits - before) * hits / seen
        return area / total


def meme(source, target, ids):
    """Copies motifs of a MEME file."""
    with open(source) as lines, open(target, "w") as out:
        keep = True
        for line in lines:
            if line.startswith("MOTIF"):
                keep = line.split()[1] in ids
            if keep:
                out.write(line)


def modisco(path, archive, truth, motifs):
    """A TF-MoDISco file with the mean contributions and letters of the planted sites of each motif, flanked to 30."""
    import h5py
    import numpy as np
    scores = np.load(archive)
    names = {name: i for i, name in enumerate(scores["ids"])}
    one_hot = scores["one_hot"].astype(float)
    actual = one_hot * scores["base_scores"][:, None, :]
    strands = {}
    for row in rows(truth):
        if row[0] in names and row[3] in motifs:
            strands.setdefault(row[3], []).append((names[row[0]], (int(row[1]) + int(row[2])) // 2, row[5]))
    used = []
    with h5py.File(path, "w") as out:
        group = out.create_group("pos_patterns")
        for motif, places in strands.items():
            windows = []
            for sequence, middle, strand in places:
                start = middle - 15
                if start < 0 or start + 30 > one_hot.shape[2]:
                    continue
                pair = [array[sequence, :, start:start + 30] for array in (one_hot, actual)]
                windows.append([array[::-1, ::-1] if strand == "-" else array for array in pair])
            mean = np.mean(windows, axis=0)
            pattern = group.create_group(f"pattern_{len(used)}")
            pattern["sequence"], pattern["contrib_scores"], pattern["hypothetical_contribs"] = (
                mean[0].T, mean[1].T, mean[1].T)
            seqlets = pattern.create_group("seqlets")
            seqlets["n_seqlets"] = np.array([len(windows)])
            used.append(motif)
    return used


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--limit", default="500")
    parser.add_argument("--split", default="test")
    parser.add_argument("--core", default=CORE)
    parser.add_argument("--finemo")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    parser.add_argument("--options", default="", help="further options of instances")
    parser.add_argument("--out-dir", required=True)
    options = parser.parse_args()
    os.makedirs(options.out_dir, exist_ok=True)
    program = shlex.split(options.program)
    at = lambda name: os.path.join(options.out_dir, name)
    data = lambda name: os.path.join(options.data, name)

    def run(*words):
        start = time.time()
        subprocess.run([*program, *words, "--quiet"], check=True)
        return time.time() - start

    attribute = ["attribute", "--model", options.model, "--sequences", data("sequences.fa"), "--labels", data("labels.tsv"),
                 "--split", options.split, "--positives", "--limit", options.limit, "--method", "deepshap",
                 "--reference", "dinucleotide", "--output", "logit"]
    for name, words in ("scores", []), ("null", ["--shuffles", "2", "--seed", "1"]), ("noise", ["--shuffles", "1", "--seed", "2"]):
        if not os.path.exists(at(name + ".npz")):
            run(*attribute, *words, "-o", at(name + ".npz"))
    chosen = [row[0] for row in rows(data("labels.tsv"))[1:] if row[1] == options.split and row[2] == "1"][:int(options.limit)]
    bases = {}
    with open(data("sequences.fa")) as lines:
        for line in lines:
            if line[0] == ">":
                name = line[1:].split()[0]
            elif name in chosen:
                bases[name] = bases.get(name, "") + line.strip()
    truth = Truth(data("sites.bed"), chosen, len(bases[chosen[0]]))
    with open(at("positives.fa"), "w") as out:
        out.writelines(f">{name}\n{bases[name]}\n" for name in chosen)

    def show(method, motifs, calls, candidates, seconds, noise):
        """calls and candidates: sequence, start, end, motif, score."""
        false, other, found = truth.judged([call[:4] for call in calls])
        aupr = [f"{truth.aupr([(*call[:3], call[4]) for call in each]):.4f}" if each else "-" for each in (calls, candidates)]
        print(method, motifs, len(calls), f"{false:.4f}", f"{other:.4f}", f"{found:.4f}", *aupr, f"{seconds:.2f}", noise,
              sep="\t", flush=True)

    def instances(file):
        return [(row[0], int(row[1]), int(row[2]), row[3], float(row[6])) for row in rows(at(file))]

    print("method", "motifs", "calls", "false", "other", "found", "aupr_of_calls", "aupr", "seconds", "in_shuffles", sep="\t", flush=True)
    core = options.core.split(",")
    meme(data("motifs.meme"), at("core.meme"), core)
    for motifs, path in ("core", at("core.meme")), ("all", data("motifs.meme")):
        common = ["--null", at("null.npz"), "--motifs", path, "--threads", options.threads, *shlex.split(options.options)]
        seconds = run("instances", "--scores", at("scores.npz"), *common, "-o", at("instances.bed"))
        run("instances", "--scores", at("noise.npz"), *common, "-o", at("noise.bed"))
        run("instances", "--scores", at("scores.npz"), *common, "--threshold", "1", "-o", at("every.bed"))
        show("instances", motifs, instances("instances.bed"), instances("every.bed"), seconds, len(rows(at("noise.bed"))))
        seconds = run("scan", "--motifs", path, "--sequences", at("positives.fa"), "--background", "sequences",
                      "--qvalue", "--threshold", "0.01", "-o", at("scan.tsv"))
        every = [(row[2], int(row[3]) - 1, int(row[4]), row[0], 1 / float(row[7]), float(row[8])) for row in rows(at("scan.tsv"))[1:]]
        show("scan, q <= 0.1", motifs, [row for row in every if row[5] <= 0.1], every, seconds, "-")
        if options.finemo and motifs == "core":
            used = modisco(at("motifs.h5"), at("scores.npz"), data("sites.bed"), core)
            import numpy as np
            scores = np.load(at("scores.npz"))
            one_hot = scores["one_hot"].astype("int8")
            np.savez(at("sequences.npz"), one_hot)
            np.savez(at("contributions.npz"), one_hot * scores["base_scores"][:, None, :])
            start = time.time()
            subprocess.run([options.finemo, "extract-regions-modisco-fmt", "-s", at("sequences.npz"), "-a",
                            at("contributions.npz"), "-o", at("regions.npz"), "-w", str(one_hot.shape[2])],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            subprocess.run([options.finemo, "call-hits", "-r", at("regions.npz"), "-m", at("motifs.h5"), "-o", at("finemo"),
                            "-b", "500"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            seconds = time.time() - start
            with open(at("finemo/hits.tsv")) as lines:
                head = lines.readline().rstrip("\n").split("\t")
            hits = [dict(zip(head, row)) for row in rows(at("finemo/hits.tsv"))[1:]]
            ids = list(scores["ids"])
            calls = [(ids[int(hit["peak_id"])], max(0, int(hit["start"])), min(truth.length, int(hit["end"])),
                      used[int(hit["motif_name"].split("_")[-1])], float(hit["hit_coefficient"])) for hit in hits]
            show("finemo", motifs, calls, [], seconds, "-")


if __name__ == "__main__":
    main()
