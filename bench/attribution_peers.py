#!/usr/bin/env python3
"""`expomotif attribute` against captum and tangermeme on the same network, rebuilt in PyTorch from the model file.

    attribution_peers.py model.zip sequences.fa [--sequences N] [--expomotif PROGRAM]

Prints, method by method, the largest difference relative to the largest score, and by how much each tool's contributions
miss the difference of outputs that they should add up to. Needs torch, captum and tangermeme (all on PyPI). PyTorch runs
in float64, so the differences are expomotif's rounding where both follow the same rule.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))
from torch_from_model import Activation, load  # noqa: E402


class Explained(torch.nn.Module):
    """The probability or the logit of class `k`, one column."""

    def __init__(self, module, k, logit):
        super().__init__()
        self.module, self.k, self.sigmoid = module, k, torch.nn.Identity() if logit else torch.nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.module(x)[:, self.k:self.k + 1])


def attribute(args, folder, method, *more):
    out = os.path.join(folder, "scores.npz")
    command = [args.expomotif, "attribute", "--model", args.model, "--sequences", args.sequences_file, "--limit",
               str(args.sequences), "--class", "1", "--method", method, "-o", out, "--quiet", *more]
    subprocess.run(command, check=True)
    return dict(np.load(out))


def off(ours, theirs):
    return np.abs(ours - theirs).max() / np.abs(theirs).max()


def named_operations():
    """What tangermeme and captum need to be told: the activations of the model are modules of this kind."""
    from tangermeme.deep_lift_shap import _nonlinear
    return {Activation: _nonlinear}


def gaps(contributions, module, x, reference):
    with torch.no_grad():
        difference = (module(x) - module(reference))[:, 0].numpy()
    return np.abs(contributions.sum((1, 2)) - difference).max() / np.abs(difference).max()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("sequences_file")
    parser.add_argument("--sequences", type=int, default=20)
    parser.add_argument("--expomotif", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    args = parser.parse_args()
    torch.manual_seed(1)
    network, info = load(args.model, torch.float64)
    with tempfile.TemporaryDirectory() as folder:
        compare(args, folder, network)


def compare(args, folder, network):
    import captum.attr
    from tangermeme.deep_lift_shap import deep_lift_shap
    from tangermeme.saturation_mutagenesis import saturation_mutagenesis
    module = Explained(network, 0, logit=False).eval()
    ours = attribute(args, folder, "saliency", "--no-correct-gradient")
    x = torch.from_numpy(ours["one_hot"].astype(np.float64))
    print("method\tpeer\tlargest difference / largest score\tgap of expomotif\tgap of the peer")

    gradient = captum.attr.Saliency(module).attribute(x, target=0, abs=False).numpy()
    print(f"saliency\tcaptum\t{off(ours['arr_0'], gradient):.1e}\t\t")
    present = captum.attr.InputXGradient(module).attribute(x.clone().requires_grad_(), target=0).detach().numpy()
    ours = attribute(args, folder, "input-x-gradient", "--no-correct-gradient")
    print(f"input x gradient\tcaptum\t{off(ours['arr_0'], present):.1e}\t\t")

    zero = torch.zeros_like(x)
    for steps in (20, 200):
        theirs = captum.attr.IntegratedGradients(module).attribute(
            x, zero, target=0, n_steps=steps, method="riemann_middle").detach().numpy()
        ours = attribute(args, folder, "integrated-gradients", "--reference", "zero", "--steps", str(steps))
        mine = ours["arr_0"] * ours["one_hot"]
        print(f"integrated gradients, {steps} midpoints, zero\tcaptum\t{off(mine, theirs):.1e}"
              f"\t{gaps(mine, module, x, zero):.1e}\t{gaps(theirs, module, x, zero):.1e}")

    ours = attribute(args, folder, "mutagenesis")
    effect = mutants(module, x)
    print(f"mutagenesis\tevery mutant in PyTorch\t{off(ours['arr_0'], effect):.1e}\t\t")
    try:
        y0, y = saturation_mutagenesis(module, x.float(), raw_outputs=True, device="cpu")[:2]
        theirs = (y[..., 0] - y0[:, None, None, 0]).numpy() if y.ndim == 4 else None
        print(f"mutagenesis\ttangermeme\t{off(ours['arr_0'], theirs):.1e}\t\t")
    except Exception as error:
        print(f"mutagenesis\ttangermeme\tnot run: {type(error).__name__}: {str(error)[:100]}\t\t")

    for logit in (True, False):
        module = Explained(network, 0, logit).eval()
        what = "logit" if logit else "probability"
        flat = torch.full_like(x, 0.25)
        for name, reference in (("zero", zero), ("gc", None)):
            ours = attribute(args, folder, "deeplift", "--reference", name, "--output", what)
            if reference is None:
                gc = x[:, 1:3].sum((1, 2)) / x.sum((1, 2))
                reference = torch.stack([(1 - gc) / 2, gc / 2, gc / 2, (1 - gc) / 2], 1)[:, :, None].expand_as(x).clone()
            mine = ours["arr_0"] * ours["one_hot"]
            ours_gap = np.abs(ours["gap"]).max() / np.abs(ours["output"] - ours["reference_output"]).max()
            for peer, run in (("tangermeme", tangermeme_deep_lift), ("captum", captum_deep_lift)):
                try:
                    theirs = run(module, x, reference, deep_lift_shap)
                    shared = (theirs * x.numpy()).sum(1) if peer == "tangermeme" else theirs.sum(1)
                    gap = np.abs(theirs.sum((1, 2)) - (module(x) - module(reference))[:, 0].detach().numpy()).max() \
                        / np.abs((module(x) - module(reference))[:, 0].detach().numpy()).max()
                    print(f"DeepLIFT of the {what}, {name}\t{peer}\t{off(mine.sum(1), shared):.1e}\t{ours_gap:.1e}\t{gap:.1e}")
                except Exception as error:
                    print(f"DeepLIFT of the {what}, {name}\t{peer}\tnot run: {type(error).__name__}: {str(error)[:80]}\t\t")


def tangermeme_deep_lift(module, x, reference, deep_lift_shap):
    return deep_lift_shap(module, x, references=reference[:, None], device="cpu", warning_threshold=1e9,
                          additional_nonlinear_ops=named_operations()).detach().numpy()


def captum_deep_lift(module, x, reference, _):
    from captum.attr import DeepLift
    from captum.attr._core import deep_lift
    deep_lift.SUPPORTED_NON_LINEAR[Activation] = deep_lift.nonlinear
    return DeepLift(module).attribute(x, reference, target=0).detach().numpy()


def mutants(module, x):
    effects = np.zeros(x.shape)
    with torch.no_grad():
        original = module(x)[:, 0]
        for i in range(x.shape[2]):
            for base in range(4):
                changed = x.clone()
                changed[:, :, i] = 0
                changed[:, base, i] = 1
                effects[:, base, i] = (module(changed)[:, 0] - original).numpy()
    return effects


if __name__ == "__main__":
    main()
