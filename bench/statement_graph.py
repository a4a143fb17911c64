"""The trained net as an ONNX graph of eight-bit integers, written node by node.

Written by hand, for what an exporter does not know: the tables of embeddings are the first product's integer input as
they are, with no float between; and a block quantises its input once, before it is laid beside its neighbours three
times, not after.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from statement_net import WIDTH, Net

Array = np.ndarray[Any, Any]


class Graph:
    """Nodes and constants in the making."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:  # noqa: ANN401
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def add(self, kind: str, name: str, *inputs: str, outputs: tuple[str, ...] = (), **settings: Any) -> str:  # noqa: ANN401
        """A node; what it gives has its name unless told otherwise."""
        self.nodes.append(helper.make_node(kind, list(inputs), list(outputs or (name,)), name, **settings))
        return name


def write(net: Net, path: Path) -> None:
    graph = Graph()
    x = _entered(graph, net)
    for number, block in enumerate(net.blocks):
        x = _block(graph, f"b{number}", block, x)
    x = _normed(graph, "last", net.norm, x)
    w = graph.constant("leave.w", _floats(net.leave.weight).T)
    graph.add("MatMul", "left", x, w)
    graph.add("Add", "logits", "left", graph.constant("leave.b", _floats(net.leave.bias)))
    made = helper.make_graph(
        graph.nodes,
        "statements",
        [helper.make_tensor_value_info("tokens", TensorProto.INT32, ["length", 6])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["length", 8])],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], producer_name="onrecord")
    model.ir_version = 8
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def _entered(graph: Graph, net: Net) -> str:
    """Every table's row of integers beside one another, times the entering weights with the tables' scales in them."""
    tables = [*(t.weight for t in net.tables), net.vectors.weight]
    parts, scales = [], []
    for number, (table, column) in enumerate(zip(tables, (0, 1, 2, 3, 5, 4), strict=True)):
        values = _floats(table)
        # A few words trained far out would cost all others their precision.
        scale = float(np.quantile(np.abs(values), 0.99995)) / 127
        whole = np.clip(np.rint(values / scale), -127, 127) + 128
        graph.constant(f"table{number}", whole.astype(np.uint8))
        graph.add(
            "Gather", f"ids{number}", "tokens", graph.constant(f"column{number}", np.array(column)), axis=1
        )
        parts.append(graph.add("Gather", f"row{number}", f"table{number}", f"ids{number}", axis=0))
        scales += [scale] * values.shape[1]
    graph.add("Concat", "rows", *parts, axis=1)
    weight = _floats(net.enter.weight).T * np.array(scales, np.float32)[:, None]
    whole, each = _columns(weight)
    graph.add(
        "MatMulInteger",
        "enter.i",
        "rows",
        graph.constant("enter.w", whole),
        graph.constant("middle", np.uint8(128)),
    )
    graph.add("Cast", "enter.f", "enter.i", to=TensorProto.FLOAT)
    graph.add("Mul", "enter.s", "enter.f", graph.constant("enter.scale", each))
    return graph.add("Add", "entered", "enter.s", graph.constant("enter.b", _floats(net.enter.bias)))


def _block(graph: Graph, name: str, block: Any, x: str) -> str:  # noqa: ANN401
    d = block.dilation
    normed = _normed(graph, f"{name}.norm", block.norm, x)
    q, scale, zero = f"{name}.q", f"{name}.qs", f"{name}.qz"
    graph.add("DynamicQuantizeLinear", q, normed, outputs=(q, scale, zero))
    graph.add("Pad", f"{name}.pad", q, graph.constant(f"{name}.pads", np.array([d, 0, d, 0])), zero)
    ends = {0: -2 * d, 1: -d, 2: np.iinfo(np.int64).max}
    three = [
        graph.add(
            "Slice",
            f"{name}.cut{i}",
            f"{name}.pad",
            graph.constant(f"{name}.from{i}", np.array([i * d])),
            graph.constant(f"{name}.to{i}", np.array([ends[i]])),
            graph.constant(f"{name}.along{i}", np.array([0])),
        )
        for i in range(3)
    ]
    graph.add("Concat", f"{name}.three", *three, axis=1)
    weight, bias = _floats(block.mix.weight).T, _floats(block.mix.bias)
    # Two products, not one whose halves are copied apart: an eighth of the net's time.
    for part, columns in (("value", slice(WIDTH)), ("gate", slice(WIDTH, None))):
        part = f"{name}.{part}"  # noqa: PLW2901
        whole, each = _columns(weight[:, columns])
        graph.add("MatMulInteger", f"{part}.i", f"{name}.three", graph.constant(f"{part}.w", whole), zero)
        graph.add("Cast", f"{part}.f", f"{part}.i", to=TensorProto.FLOAT)
        graph.add("Mul", f"{part}.both", scale, graph.constant(f"{part}.each", each))
        graph.add("Mul", f"{part}.s", f"{part}.f", f"{part}.both")
        graph.add("Add", part, f"{part}.s", graph.constant(f"{part}.b", bias[columns]))
    graph.add("Sigmoid", f"{name}.open", f"{name}.gate")
    graph.add("Mul", f"{name}.let", f"{name}.value", f"{name}.open")
    return graph.add("Add", f"{name}.out", x, f"{name}.let")


def _normed(graph: Graph, name: str, norm: Any, x: str) -> str:  # noqa: ANN401
    weight, bias = (
        graph.constant(f"{name}.{k}", _floats(v)) for k, v in (("w", norm.weight), ("b", norm.bias))
    )
    return graph.add("LayerNormalization", name, x, weight, bias, axis=-1, epsilon=norm.eps)


def _columns(weight: Array) -> tuple[Array, Array]:
    """Integers of eight bits and a scale for each column."""
    # 7 bits of range only: on CPUs without VNNI, ONNX Runtime adds pairs of products in 16 bits, which 8 would pass.
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / 63
    return np.rint(weight / scale).astype(np.int8), scale.astype(np.float32)


def _floats(value: Any) -> Array:  # noqa: ANN401
    out: Array = value.detach().float().numpy()
    return out
