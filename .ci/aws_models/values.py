"""From a SAM template to the values that CloudFormation sends to the services."""

import logging
import os
import re

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
logging.disable(logging.WARNING)

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

REGION, ACCOUNT, STACK = "us-east-1", "123456789012", "cairn"
PSEUDO_PARAMETERS = {
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::AccountId": ACCOUNT,
    "AWS::StackName": STACK,
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{STACK}/1",
}
ALIAS_OR_VERSION = ("AWS::Lambda::Alias", "AWS::Lambda::Version")
SECRET = "AWS::SecretsManager::Secret"
ARNS = {
    "AWS::CloudWatch::Alarm": ("cloudwatch", "alarm:{}"),
    "AWS::DynamoDB::Table": ("dynamodb", "table/{}"),
    "AWS::Events::EventBus": ("events", "event-bus/{}"),
    "AWS::Events::Rule": ("events", "rule/bus/{}"),
    "AWS::Lambda::Alias": ("lambda", "function:{}:live"),
    "AWS::Lambda::Function": ("lambda", "function:{}"),
    "AWS::Lambda::Version": ("lambda", "function:{}:1"),
    "AWS::Logs::LogGroup": ("logs", "log-group:{}:*"),
    "AWS::SQS::Queue": ("sqs", "{}"),
    SECRET: ("secretsmanager", "secret:{}"),
}
NOTHING = object()


def load(path, given):
    """The template after SAM's transform, with a value for every parameter."""
    with open(path, encoding="utf-8") as file:
        return translated(yaml_parse(file.read()), given)


def translated(template, given):
    parameters = {name: one.get("Default", "x") for name, one in template.get("Parameters", {}).items()} | given
    for resource in template["Resources"].values():
        code = resource["Properties"].get("CodeUri") if resource["Type"] == "AWS::Serverless::Function" else None
        if isinstance(code, str):
            # As `sam package` leaves it.
            resource["Properties"]["CodeUri"] = {"Bucket": "artifacts", "Key": os.path.basename(code)}
    return Values(Translator({}, Parser()).translate(template, parameter_values=parameters), parameters)


class Values:
    """Resolves intrinsic functions to plausible values: names, ARNs and addresses of the right form."""

    def __init__(self, template, parameters):
        self.template, self.parameters, self.resources = template, parameters, template["Resources"]

    def name(self, resource):
        return f"{STACK}-{resource}-1ABCDEFGHIJK"

    def properties(self, resource):
        return self.of(self.resources[resource].get("Properties", {}))

    def arn(self, resource):
        kind, name = self.resources[resource]["Type"], self.name(resource)
        if kind == "AWS::IAM::Role":
            return f"arn:aws:iam::{ACCOUNT}:role/{name}"
        if kind in ALIAS_OR_VERSION:
            name = self.of(self.resources[resource]["Properties"]["FunctionName"])
        service, form = ARNS.get(kind, ("x", "{}"))
        return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{form.format(name)}"

    def ref(self, name):
        if name == "AWS::NoValue":
            return NOTHING
        if name in PSEUDO_PARAMETERS:
            return PSEUDO_PARAMETERS[name]
        if name in self.parameters:
            return self.parameters[name]
        kind = self.resources[name]["Type"]
        if kind in ALIAS_OR_VERSION or kind == SECRET:
            return self.arn(name)
        if kind == "AWS::SQS::Queue":
            return f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{self.name(name)}"
        if kind.startswith("AWS::ApiGatewayV2::"):
            return "a1b2c3d4e5"
        chosen = self.resources[name].get("Properties", {}).get("Name")
        return self.name(name) if chosen is None else self.of(chosen)

    def attribute(self, resource, attribute):
        if attribute == "Version":
            return "1"
        if attribute == "StreamArn":
            return self.arn(resource) + "/stream/2026-01-01T00:00:00.000"
        return self.arn(resource) if attribute == "Arn" else self.name(resource)

    def holds(self, condition):
        condition = self.template["Conditions"][condition] if isinstance(condition, str) else condition
        function, argument = next(iter(condition.items()))
        return {
            "Condition": lambda: self.holds(argument),
            "Fn::Not": lambda: not self.holds(argument[0]),
            "Fn::And": lambda: all(map(self.holds, argument)),
            "Fn::Or": lambda: any(map(self.holds, argument)),
            "Fn::Equals": lambda: str(self.of(argument[0])) == str(self.of(argument[1])),
        }[function]()

    def of(self, value):
        """The value with everything in it resolved."""
        if isinstance(value, list):
            return [one for one in map(self.of, value) if one is not NOTHING]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            function, argument = next(iter(value.items()))
            if function == "Ref" or function.startswith("Fn::"):
                return self.resolved(function, argument)
        resolved = {key: self.of(one) for key, one in value.items()}
        return {key: one for key, one in resolved.items() if one is not NOTHING}

    def resolved(self, function, argument):
        if function == "Ref":
            return self.ref(argument)
        if function == "Fn::GetAtt":
            parts = argument.split(".", 1) if isinstance(argument, str) else argument
            return self.attribute(parts[0], ".".join(parts[1:]))
        if function == "Fn::If":
            return self.of(argument[1] if self.holds(argument[0]) else argument[2])
        if function == "Fn::Split":
            return str(self.of(argument[1])).split(argument[0])
        if function == "Fn::Join":
            return argument[0].join(map(str, self.of(argument[1])))
        if function == "Fn::Sub":
            text, given = (argument, {}) if isinstance(argument, str) else argument
            return re.sub(r"\$\{([^}]+)\}", lambda found: self.substitute(found[1], given), text)
        raise ValueError(f"{function} is not known here")

    def substitute(self, name, given):
        if name in given:
            return str(self.of(given[name]))
        if name.startswith("!"):
            return "${" + name[1:] + "}"
        return str(self.attribute(*name.split(".", 1)) if "." in name else self.ref(name))
