"""Holds values against the shapes of botocore's service models."""

import json
import re

import botocore.session

SESSION = botocore.session.get_session()
MODELS = {}


def model(service):
    if service not in MODELS:
        MODELS[service] = SESSION.get_service_model(service)
    return MODELS[service]


def operations(service):
    return model(service).operation_names


def folded(name):
    """CloudFormation and the services differ in capitals alone."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def pattern(text):
    """A pattern of the models, in Java's syntax, in Python's."""
    for java, python in (
        (r"\p{L}", "A-Za-z"),
        (r"\p{Nd}", "0-9"),
        (r"\p{N}", "0-9"),
        (r"\p{Zs}", " "),
        (r"\p{Z}", " "),
        (r"\p{S}", r"\W"),
        (r"\p{P}", r"\W"),
        (r"\p{M}", r"\W"),
        (r"\p{Graph}", "!-~"),
        ("[^[:print:]]", "[^ -~]"),
    ):
        text = text.replace(java, python)
    text = re.sub(r"([*+?}])\+", r"\1", text)
    return re.compile(re.sub(r"(.+)\(\?i\)", r"(?i)\1", text))


def text_of(value):
    if isinstance(value, (dict, list)):
        return json.dumps(value, separators=(",", ":"))
    return str(value).lower() if isinstance(value, bool) else str(value)


def limits(shape):
    found = dict(shape.metadata)
    named = re.search(r"LengthBetween(\d+)And(\d+)", shape.name)
    if named:
        found.setdefault("min", int(named[1]))
        found.setdefault("max", int(named[2]))
    return found


class Shapes:
    def __init__(self, report):
        self.report = report

    def call(self, where, service, operation, value):
        """A call that CloudFormation makes."""
        shape = model(service).operation_model(operation).input_shape
        self.check(f"{where} -> {service}:{operation}", value, shape)

    def member(self, where, service, operation, name, value):
        """One member of a call that a service makes by itself."""
        self.check(where, value, model(service).operation_model(operation).input_shape.members[name])

    def check(self, where, value, shape):
        self.report.seen.add(where)
        kind = shape.type_name
        if kind == "structure":
            self.structure(where, value, shape)
        elif kind == "list":
            self.list(where, value, shape)
        elif kind == "map":
            self.span(where, len(value), limits(shape), "entries")
            for key, one in value.items():
                self.check(f"{where}<{key}>", key, shape.key)
                self.check(f"{where}.{key}", one, shape.value)
        elif kind in ("string", "blob"):
            self.text(where, text_of(value), shape)
        elif kind in ("integer", "long", "float", "double"):
            self.number(where, value, shape)
        elif kind == "boolean" and text_of(value).lower() not in ("true", "false"):
            self.report.find(where, f"{value!r} is not a boolean")

    def structure(self, where, value, shape):
        if not isinstance(value, dict):
            self.report.find(where, f"{value!r} is not a {shape.name}")
            return
        members = {folded(name): name for name in shape.members}
        there = set()
        for key, one in value.items():
            name = members.get(folded(key))
            if name is None:
                self.report.find(f"{where}.{key}", f"{shape.name} has no such member")
            else:
                there.add(name)
                self.check(f"{where}.{key}", one, shape.members[name])
        for name in shape.required_members:
            if name not in there:
                self.report.find(where, f"{shape.name} requires {name}")

    def list(self, where, value, shape):
        if not isinstance(value, list):
            self.report.find(where, f"{value!r} is not a list")
            return
        self.span(where, len(value), limits(shape), "entries")
        for index, one in enumerate(value):
            self.check(f"{where}[{index}]", one, shape.member)

    def text(self, where, value, shape):
        found = limits(shape)
        self.span(where, len(value), found, "characters")
        if getattr(shape, "enum", None) and value not in shape.enum:
            self.report.find(where, f"{value!r} is none of {shape.enum}")
        if found.get("pattern"):
            try:
                if not pattern(found["pattern"]).fullmatch(value):
                    self.report.find(where, f"{value!r} does not match {found['pattern']}")
            except re.error:
                self.report.unchecked.add("pattern " + found["pattern"])

    def number(self, where, value, shape):
        try:
            number = float(value)
        except (TypeError, ValueError):
            self.report.find(where, f"{value!r} is not a number")
            return
        if shape.type_name in ("integer", "long") and number != int(number):
            self.report.find(where, f"{value!r} is not a whole number")
        self.span(where, number, limits(shape), "")

    def span(self, where, number, found, unit):
        low, high = found.get("min"), found.get("max")
        if low is not None and number < float(low) or high is not None and number > float(high):
            self.report.find(where, f"{number:g} {unit} is outside {low}..{high}")
