"""Plants one fault after the other in a copy of the template. The check must find each, and nothing in the copy without one.

    python3 .ci/aws_models/planted_faults.py template.yaml [Parameter=value ...]
"""

import copy
import sys

from report import Report
from stack import checked
from values import translated
from samtranslator.yaml_helper import yaml_parse

API = ("Resources", "Api", "Properties", "DefinitionBody")
STATEMENT = ("Policies", 0, "PolicyDocument", "Statement", 0)
# A place in the template, what is planted there, and a part of what must be found.
FAULTS = (
    ((*API, "info", "description"), "x" * 1025, "1025 characters is outside 0..1024"),
    ((*API, "paths", "/v1/me/due", "get", "x-amazon-apigateway-integration", "timeoutInMillis"), 40000, "50..30000"),
    ((*API, "paths", "/v1/me/due", "get", "x-amazon-apigateway-integration", "type"), "aws_lambda", "is none of"),
    ((*API, "paths", "/v1/me/due", "get", "security"), [{"nobody": []}], "nobody has no authorizer"),
    (("Resources", "DueFunction", "Properties", "MemorySize"), 64, "64"),
    (("Resources", "DueFunction", "Properties", "Description"), "x" * 257, "257 characters is outside 0..256"),
    (("Resources", "DueFunction", "Properties", "Environment"), {"Variables": {"AWS_REGION": "x"}}, "reserved by Lambda"),
    (("Resources", "SweepFunction", "Properties", "Timeout"), 0, "0  is outside 1..None"),
    (("Resources", "DueRole", "Properties", *STATEMENT, "Action"), "dynamodb:ReadItem", "no operation ReadItem"),
    (("Resources", "DueRole", "Properties", *STATEMENT, "Action"), "dynamodb:GetRecords", "which is not a stream"),
    (("Resources", "DueRole", "Properties", *STATEMENT, "Effect"), "Permit", "malformed"),
    (("Resources", "DueLog", "Properties", "RetentionInDays"), 31, "31 days"),
    (("Resources", "DeadLetters", "Properties", "MessageRetentionPeriod"), 1209601, "1209601"),
    (("Resources", "Table", "Properties", "BillingMode"), "ON_DEMAND", "is none of"),
    (("Resources", "Table", "Properties", "KeySchema", 0, "KeyType"), "PARTITION", "is none of"),
    (("Resources", "DueErrors", "Properties", "Period"), 90, "period 90"),
    (("Resources", "EventsIn", "Properties", "Targets", 0, "Id"), "a target", "does not match"),
    (("Resources", "Bus", "Properties", "Name"), "a bus", "does not match"),
)


def planted(template, path, value):
    template = copy.deepcopy(template)
    here = template
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return template


def main(arguments):
    given = dict(argument.split("=", 1) for argument in arguments[1:])
    with open(arguments[0], encoding="utf-8") as file:
        template = yaml_parse(file.read())
    known = set(findings(copy.deepcopy(template), given))
    missed = 0
    for path, value, expected in FAULTS:
        new = set(findings(planted(template, path, value), given)) - known
        if not any(expected in finding for finding in new):
            missed += 1
            print(f"not found: {str(value)[:40]} at {' '.join(map(str, path))}; found: {sorted(new)}")
    print(f"{len(FAULTS) - missed} of {len(FAULTS)} planted faults found")
    return 1 if missed else 0


def findings(template, given):
    return checked(translated(template, given), Report()).findings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
