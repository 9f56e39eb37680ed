"""A whole stack: each of its resources, and the limits of a template."""

import json

from resources import Resources


def checked(values, report):
    """The report, with what was found."""
    checks = Resources(report).checks
    for name, resource in sorted(values.resources.items()):
        kind = resource["Type"]
        if kind in checks:
            try:
                checks[kind](name, values.name(name), values.properties(name))
            except (AttributeError, KeyError, TypeError, ValueError) as broken:
                report.find(name, f"could not be checked: {broken!r}")
        else:
            report.unchecked.add(kind)
    template = values.template
    report.between("resources", len(template["Resources"]), 1, 500, "CloudFormation quotas")
    report.between("parameters", len(template.get("Parameters", {})), 0, 200, "CloudFormation quotas")
    report.between("outputs", len(template.get("Outputs", {})), 0, 200, "CloudFormation quotas")
    report.between("template", len(json.dumps(template)), 1, 1000000, "CloudFormation quotas: 1 MB from S3")
    return report
