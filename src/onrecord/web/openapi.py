"""The API's own description, OpenAPI 3.1, made from the types that it reads and writes."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from onrecord.version import __version__
from onrecord.web.problem import Problem

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Operation(NamedTuple):
    """What one address answers."""

    path: str
    asked: type[msgspec.Struct]
    answer: Callable[..., object]
    """Its docstring says what for."""
    gives: type[msgspec.Struct]


_PROBLEMS = {
    "400": "A parameter, or the query, cannot be read; says which, and where.",
    "404": "The archive holds no such thing.",
    "429": "The client asks too often; Retry-After says how many seconds to wait.",
    "503": "The query took too long, or the archive cannot answer.",
}


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """The OpenAPI document of ``operations``."""
    all_of_them = tuple(operations)
    types = [kind for one in all_of_them for kind in (one.asked, one.gives)]
    _, schemas = msgspec.json.schema_components([*types, Problem], ref_template="#/components/schemas/{name}")
    asked = {one.asked.__name__ for one in all_of_them}
    paths = {one.path: {"get": _operation(one, schemas)} for one in all_of_them}
    paths["/api/openapi.json"] = {"get": _itself()}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": _DIALECT,
        "info": {
            "title": "onrecord",
            "version": __version__,
            "description": "News pages as records that can be cited: what was published, by whom, when, and who said what. "
            "Everything here only reads. Null means that the page does not say. Offsets are code points, end exclusive.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {"schemas": {name: schema for name, schema in schemas.items() if name not in asked}},
    }


def _operation(one: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    says = " ".join((one.answer.__doc__ or "").split())
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        "operationId": one.path.rpartition("/")[2],
        "summary": says.partition(".")[0],
        "description": says,
        "parameters": list(_parameters(schemas[one.asked.__name__])),
        "responses": {
            "200": {
                "description": " ".join((one.gives.__doc__ or "").split()),
                "content": {
                    "application/json": {"schema": {"$ref": f"#/components/schemas/{one.gives.__name__}"}}
                },
            },
            **{
                status: {"description": why, "content": {"application/problem+json": problem}}
                for status, why in _PROBLEMS.items()
            },
        },
    }


def _parameters(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields of a struct of parameters, as parameters of a query."""
    for name, field in schema["properties"].items():
        told = dict(field)
        made: dict[str, Any] = {"name": name, "in": "query", "required": name in schema.get("required", ())}
        if description := told.pop("description", None):
            made["description"] = re.sub(r"\s+", " ", description)
        yield {**made, "schema": told}


def _itself() -> dict[str, Any]:
    return {
        "operationId": "openapi",
        "summary": "This document",
        "responses": {
            "200": {
                "description": "OpenAPI 3.1",
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
        },
    }
