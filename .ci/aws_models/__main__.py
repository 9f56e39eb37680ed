"""Checks a SAM template against AWS's own service models, which botocore carries: every value that CloudFormation would
send to a service is checked for length, range, pattern, enum, unknown and missing members; then the grammar of policies and
a few published limits that the models do not carry. It needs no network and no account.

    python3 .ci/aws_models template.yaml [Parameter=value ...]

Prints one line for each finding and how much was checked. Exits with 1 if there is a finding.
Needs botocore and aws-sam-translator."""

import sys

from report import Report
from stack import checked
from values import load


def main(arguments):
    path, given = arguments[0], dict(argument.split("=", 1) for argument in arguments[1:])
    report = checked(load(path, given), Report())
    for finding in report.findings:
        print(finding)
    if report.unchecked:
        print("not checked:", ", ".join(sorted(report.unchecked)))
    print(f"{len(report.seen)} values checked, {len(report.findings)} findings")
    return 1 if report.findings or report.unchecked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
