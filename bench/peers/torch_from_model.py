#!/usr/bin/env python3
"""A model.zip of `expomotif train` as a PyTorch module: the same layers, weights and running statistics, in float32 or float64.

From Python:

    from torch_from_model import load
    module, info = load("model.zip")            # torch.nn.Module in evaluation mode, and model.json
    logits = module(x)                          # x: [N, 4, length], channels A C G T; logits [N, classes]

For captum and tangermeme: every activation is a module of its own, used once. As a program it writes what `expomotif predict`
and `attribute --method saliency` compute: torch_from_model.py model.zip x.npy out.npz, x [N, length, 4], out with
`probabilities`, `logits` and `gradients` [classes, N, length, 4] of the probabilities (--logit: of the logits).
"""
import argparse
import io
import json
import zipfile

import numpy as np
import torch
from torch import nn

FUNCTIONS = {
    "relu": torch.relu, "exponential": torch.exp, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
    "softplus": nn.functional.softplus, "linear": lambda x: x, "elu": nn.functional.elu,
    "shift-relu": lambda x: torch.relu(x - 0.2),
    "scale-relu": lambda x: torch.relu(x) ** 3,
    "shift-scale-relu": lambda x: torch.relu(x - 0.2) ** 3,
    "shift-tanh": lambda x: torch.tanh(x - 6),
    # 500 tanh(t) + 500 without the loss of digits where tanh is near -1.
    "scale-tanh": lambda x: 1000 * torch.sigmoid(2 * x),
    "shift-scale-tanh": lambda x: 1000 * torch.sigmoid(2 * x - 12),
    "shift-sigmoid": lambda x: torch.sigmoid(x - 8),
    "scale-sigmoid": lambda x: 4000 * torch.sigmoid(x),
    "shift-scale-sigmoid": lambda x: 4000 * torch.sigmoid(x - 8),
    "exp-relu": lambda x: torch.relu(torch.expm1(0.1 * x)),
    "log": lambda x: torch.log(torch.abs(x) + 1e-10),
    "log-relu": lambda x: torch.relu(torch.log(torch.abs(x) + 1e-10)),
}


class Activation(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.factor = float(name.split(":")[1]) if ":" in name else 1.0
        self.function = FUNCTIONS[name.split(":")[0]]

    def forward(self, x):
        return self.function(self.factor * x if self.factor != 1 else x)


class Same(nn.Module):
    """`width` positions of which the odd one is on the right: zeros for a convolution, nothing for a maximum."""

    def __init__(self, left, right, value):
        super().__init__()
        self.pads, self.value = (left, right), value

    def forward(self, x):
        return nn.functional.pad(x, self.pads, value=self.value)


class Residual(nn.Module):
    def __init__(self, body):
        super().__init__()
        self.body = nn.Sequential(*body)
        self.last = Activation("relu")

    def forward(self, x):
        return self.last(self.body(x) + x)


class Turn(nn.Module):
    """[N, channels, length] to [N, length * channels], position by position."""

    def forward(self, x):
        return x.transpose(1, 2).flatten(1)


class Builder:
    def __init__(self, archive, info):
        self.archive, self.info, self.counts = archive, info, {}

    def weights(self, name):
        return torch.from_numpy(np.load(io.BytesIO(self.archive.read(name + ".npy"))))

    def next(self, kind):
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind}{self.counts[kind]}"

    def norm(self, name):
        gamma = self.weights(name + "_bn/gamma")
        norm = nn.BatchNorm1d(len(gamma), eps=1e-3, momentum=0.01)
        norm.weight.data, norm.bias.data = gamma, self.weights(name + "_bn/beta")
        norm.running_mean, norm.running_var = self.weights(name + "_bn/moving_mean"), self.weights(name + "_bn/moving_variance")
        return norm

    def convolution(self, name, same, bias):
        kernel = self.weights(name + "/kernel").permute(2, 1, 0).contiguous()
        out, into, width = kernel.shape
        conv = nn.Conv1d(into, out, width, bias=bias)
        conv.weight.data = kernel
        if bias:
            conv.bias.data = self.weights(name + "/bias")
        return ([Same((width - 1) // 2, width // 2, 0.0)] if same and width > 1 else []) + [conv]

    def linear(self, name, bias):
        kernel = self.weights(name + "/kernel")
        linear = nn.Linear(*kernel.shape, bias=bias)
        linear.weight.data = kernel.T.contiguous()
        if bias:
            linear.bias.data = self.weights(name + "/bias")
        return linear

    def residual(self, layer):
        name, body = self.next("residual"), []
        for half in (1, 2):
            body += self.convolution(f"{name}_conv{half}", True, not layer["batchNorm"]) + [Activation("relu")]
            body += [self.norm(f"{name}_conv{half}")] if layer["batchNorm"] else []
            body += [Activation("relu")] if half == 1 else []
        return Residual(body)

    def build(self):
        modules, length, flat = [], self.info["inputLength"], False
        for layer in self.info["layers"]:
            same = layer.get("padding") == "same"
            if layer["type"] == "convolution":
                name = self.next("conv")
                modules += self.convolution(name, same, not layer["batchNorm"])
                length -= 0 if same else layer["width"] - 1
            elif layer["type"] == "residual":
                modules.append(self.residual(layer))
            elif layer["type"] == "max-pool":
                missing = -length % layer["size"] if same else 0
                modules += [Same(missing // 2, missing - missing // 2, float("-inf"))] if missing else []
                modules.append(nn.MaxPool1d(layer["size"]))
                length = (length + missing) // layer["size"]
            elif layer["type"] == "dense":
                name = self.next("dense")
                modules += ([] if flat else [Turn()]) + [self.linear(name, not layer["batchNorm"])]
                flat = True
            if layer["type"] in ("convolution", "dense"):
                modules += ([self.norm(name)] if layer["batchNorm"] else []) + [Activation(layer["activation"])]
                modules += [nn.Dropout(layer["dropout"])] if layer["dropout"] else []
        return nn.Sequential(*modules, *([] if flat else [Turn()]), self.linear("output", True))


def load(path, dtype=torch.float32):
    with zipfile.ZipFile(path) as archive:
        info = json.loads(archive.read("model.json"))
        return Builder(archive, info).build().to(dtype).eval(), info


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("input", help=".npy, or .npz with an array x")
    parser.add_argument("output")
    parser.add_argument("--logit", action="store_true", help="gradients of the logits")
    parser.add_argument("--double", action="store_true", help="float64 inside")
    args = parser.parse_args()
    module, info = load(args.model, torch.float64 if args.double else torch.float32)
    x = np.load(args.input)
    x = torch.from_numpy(x["x"] if hasattr(x, "files") else x).to(torch.float64 if args.double else torch.float32)
    x = x.transpose(1, 2).contiguous().requires_grad_()
    logits = module(x)
    outputs = logits if args.logit else torch.sigmoid(logits)
    gradients = [torch.autograd.grad(outputs[:, k].sum(), x, retain_graph=True)[0].transpose(1, 2)
                 for k in range(len(info["classes"]))]
    np.savez(args.output, logits=logits.detach().numpy(), probabilities=torch.sigmoid(logits).detach().numpy(),
             gradients=torch.stack(gradients).numpy())


if __name__ == "__main__":
    main()
