#!/usr/bin/env python3
"""The study's networks in PyTorch, with Keras's details, as the peer that `expomotif train` races and is checked against.

train: the whole job (read FASTA and labels, train, report test AUROC and AUPR). The others on random input, each a median
of milliseconds: step: a training step of 100 sequences, from codes; infer: the probabilities of 1,000 sequences; saliency:
the input gradients of 1,000 sequences. The last two start from one-hot tensors, 250 at a time.
"""
import argparse
import gzip
import json
import sys
import time

import numpy as np
import torch
from torch import nn

torch.backends.mkldnn.enabled = True


class Activation(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.f = {"relu": torch.relu, "exponential": torch.exp, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
                  "softplus": nn.functional.softplus, "linear": lambda x: x, "elu": nn.functional.elu}[name]

    def forward(self, x):
        return self.f(x)


class Same(nn.Module):
    """Keras's "same" max pooling: pads evenly with minus infinity and keeps the last partial window."""

    def __init__(self, size):
        super().__init__()
        self.size = size

    def forward(self, x):
        length = x.shape[-1]
        short = (-length) % self.size
        if short:
            x = nn.functional.pad(x, (short // 2, short - short // 2), value=float("-inf"))
        return nn.functional.max_pool1d(x, self.size)


def norm(channels):
    return nn.BatchNorm1d(channels, eps=1e-3, momentum=0.01)


def conv(cin, cout, width, padding, activation, dropout, pool=None, pool_same=False):
    parts = [nn.Conv1d(cin, cout, width, padding=(width - 1) // 2 if padding == "same" else 0, bias=False),
             norm(cout), Activation(activation), nn.Dropout(dropout)]
    if pool:
        parts.append(Same(pool) if pool_same else nn.MaxPool1d(pool))
    return parts


def dense(cin, cout, dropout):
    return [nn.Linear(cin, cout, bias=False), norm(cout), nn.ReLU(), nn.Dropout(dropout)]


class Residual(nn.Module):
    def __init__(self, channels, width):
        super().__init__()
        self.a = nn.Conv1d(channels, channels, width, padding="same", bias=False)
        self.an = norm(channels)
        self.b = nn.Conv1d(channels, channels, width, padding="same", bias=False)
        self.bn = norm(channels)

    def forward(self, x):
        y = self.an(torch.relu(self.a(x)))
        y = self.bn(torch.relu(self.b(torch.relu(y))))
        return torch.relu(x + y)


def network(name, length, outputs, activation):
    r = "relu"
    if name == "cnn-deep":
        parts = conv(4, 32, 19, "same", activation, .1) + conv(32, 48, 7, "same", r, .2, 4) \
            + conv(48, 96, 7, "valid", r, .3, 4) + conv(96, 128, 3, "valid", r, .4, 3)
        units, drop = [512], .5
    elif name == "cnn-dist":
        parts = conv(4, 24, 19, "same", activation, .1) + conv(24, 32, 7, "same", r, .2, 4) \
            + conv(32, 48, 7, "valid", r, .3, 4) + conv(48, 64, 3, "valid", r, .4, 3, True)
        units, drop = [96], .5
    elif name == "cnn-local":
        parts = conv(4, 24, 19, "same", activation, .1, 50) + conv(24, 48, 3, "same", r, .2, 2)
        units, drop = [96], .5
    elif name == "basset":
        parts = conv(4, 300, 19, "same", activation, .2, 3) + conv(300, 200, 11, "valid", r, .2, 4) \
            + conv(200, 200, 7, "valid", r, .2, 4)
        units, drop = [1000, 1000], .5
    elif name == "residualbind":
        parts = conv(4, 24, 19, "same", activation, .1) + [Residual(24, 5), nn.MaxPool1d(10)] \
            + conv(24, 48, 7, "same", r, .3, 5) + conv(48, 64, 3, "valid", r, .4, 4)
        units, drop = [96], .5
    else:
        sys.exit(f"unknown network {name}")
    body = nn.Sequential(*parts, nn.Flatten())
    body.eval()
    with torch.no_grad():
        size = body(torch.zeros(1, 4, length)).shape[1]
    body.train()
    tail = []
    for unit in units:
        tail += dense(size, unit, drop)
        size = unit
    model = nn.Sequential(body, *tail, nn.Linear(size, outputs))
    for module in model.modules():
        if isinstance(module, (nn.Conv1d, nn.Linear)):
            nn.init.xavier_uniform_(module.weight)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
    return model


def optimizer(model, rate=1e-3):
    output = list(model)[-1]
    kernels = [m.weight for m in model.modules() if isinstance(m, (nn.Conv1d, nn.Linear)) and m is not output]
    ids = {id(k) for k in kernels}
    rest = [p for p in model.parameters() if id(p) not in ids]
    # Keras's L2 of 1e-6 adds 2e-6 w to the gradient
    return torch.optim.Adam([{"params": kernels, "weight_decay": 2e-6}, {"params": rest}], lr=rate, eps=1e-7)


def onehot(codes):
    table = torch.tensor(np.vstack([np.eye(4), np.full((1, 4), .25)]), dtype=torch.float32)
    return table[codes.long()].transpose(1, 2).contiguous()


def read(fasta, labels):
    code = np.full(256, 4, np.uint8)
    for i, pair in enumerate((b"Aa", b"Cc", b"Gg", b"TtUu")):
        for letter in pair:
            code[letter] = i
    opener = gzip.open if fasta.endswith(".gz") else open
    sequences, name = {}, None
    with opener(fasta, "rb") as handle:
        for line in handle:
            line = line.rstrip()
            if line.startswith(b">"):
                name = line[1:].split()[0].decode()
                sequences[name] = []
            else:
                sequences[name].append(line)
    rows = {"train": [], "valid": [], "test": []}
    with open(labels) as handle:
        handle_rows = (line for line in handle if not line.startswith("#"))
        next(handle_rows)
        for line in handle_rows:
            fields = line.rstrip("\n").split("\t")
            rows[fields[1]].append((fields[0], [float(v) for v in fields[2:]]))
    return {split: (torch.tensor(np.stack([code[np.frombuffer(b"".join(sequences[n]), np.uint8)] for n, _ in r])),
                    torch.tensor([v for _, v in r])) for split, r in rows.items()}


def predict(model, codes, batch=512):
    model.eval()
    with torch.no_grad():
        out = [torch.sigmoid(model(onehot(codes[i:i + batch]))) for i in range(0, len(codes), batch)]
    model.train()
    return torch.cat(out).cpu().numpy()


def metrics(y, p):
    from sklearn.metrics import auc, precision_recall_curve, roc_auc_score
    roc = [roc_auc_score(y[:, k], p[:, k]) for k in range(y.shape[1])]
    pr = []
    for k in range(y.shape[1]):
        precision, recall, _ = precision_recall_curve(y[:, k], p[:, k])
        pr.append(auc(recall, precision))
    return float(np.mean(roc)), float(np.mean(pr))


def train(args):
    data = read(args.sequences, args.labels)
    codes, y = data["train"]
    model = network(args.network, codes.shape[1], y.shape[1], args.activation)
    adam = optimizer(model)
    loss = nn.BCEWithLogitsLoss()
    rng = torch.Generator(args.device).manual_seed(args.seed)
    best, since, rate_since, rate = -1, 0, 0, 1e-3
    for epoch in range(args.epochs):
        started = time.perf_counter()
        order = torch.randperm(len(codes), generator=rng)
        for i in range(0, len(codes), 100):
            take = order[i:i + 100]
            adam.zero_grad()
            loss(model(onehot(codes[take])), y[take]).backward()
            adam.step()
        roc, pr = metrics(data["valid"][1].cpu().numpy(), predict(model, data["valid"][0]))
        value = pr if y.shape[1] > 1 else roc
        print(f"epoch {epoch + 1} valid auroc {roc:.4f} aupr {pr:.4f} seconds {time.perf_counter() - started:.2f}",
              file=sys.stderr)
        if value > best:
            best, since, rate_since = value, 0, 0
        else:
            since, rate_since = since + 1, rate_since + 1
            if rate_since >= 5:
                rate, rate_since = max(rate * .2, 1e-7), 0
                for group in adam.param_groups:
                    group["lr"] = rate
            if since >= 20:
                break
    roc, pr = metrics(data["test"][1].cpu().numpy(), predict(model, data["test"][0]))
    print(json.dumps({"epochs": epoch + 1, "test_auroc": roc, "test_aupr": pr}))


LENGTH = {"cnn-deep": 200, "cnn-dist": 200, "cnn-local": 200, "basset": 600, "residualbind": 400}
OUTPUTS = {"cnn-deep": 12, "cnn-dist": 1, "cnn-local": 1, "basset": 164, "residualbind": 1}


def measure(work, args):
    """Prints the median milliseconds of the runs after the warm-up, at least three, and the mean processor time of them."""
    times, start, now = [], time.perf_counter(), 0.0
    while now < args.warm_up + args.seconds or len(times) < 3:
        if not times:
            processor = time.process_time()
        began = time.perf_counter()
        work()
        ended = time.perf_counter()
        if now >= args.warm_up:
            times.append(ended - began)
        now = ended - start
    print(json.dumps({"milliseconds": 1e3 * float(np.median(times)), "count": len(times),
                      "processor": 1e3 * (time.process_time() - processor) / len(times)}))


def made(args):
    return network(args.network, LENGTH[args.network], OUTPUTS[args.network], args.activation)


def step(args):
    length, outputs = LENGTH[args.network], OUTPUTS[args.network]
    model = made(args)
    adam, loss = optimizer(model), nn.BCEWithLogitsLoss()
    codes = torch.randint(0, 4, (100, length))
    y = torch.randint(0, 2, (100, outputs)).float()

    def work():
        adam.zero_grad()
        loss(model(onehot(codes)), y).backward()
        adam.step()

    measure(work, args)


def infer(args):
    model = made(args).eval()
    x = onehot(torch.randint(0, 4, (1000, LENGTH[args.network])))

    def work():
        with torch.no_grad():
            for i in range(0, 1000, 250):
                torch.sigmoid(model(x[i:i + 250]))

    measure(work, args)


def saliency(args):
    model = made(args).eval()
    x = onehot(torch.randint(0, 4, (1000, LENGTH[args.network])))

    def work():
        for i in range(0, 1000, 250):
            part = x[i:i + 250].detach().requires_grad_()
            torch.autograd.grad(torch.sigmoid(model(part))[:, 0].sum(), part)

    measure(work, args)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("job", choices=["train", "step", "infer", "saliency"])
    parser.add_argument("--network", default="cnn-deep")
    parser.add_argument("--activation", default="exponential")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--warm-up", type=float, default=1, help="seconds that are not counted")
    parser.add_argument("--seconds", type=float, default=4, help="seconds that are")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--sequences")
    parser.add_argument("--labels")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.set_default_device(args.device)
    globals()[args.job](args)


if __name__ == "__main__":
    main()
