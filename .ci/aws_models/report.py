"""What was checked and what was found."""


class Report:
    def __init__(self):
        self.findings = []
        self.seen = set()
        self.unchecked = set()

    def find(self, where, what):
        self.findings.append(f"{where}: {what}")

    def between(self, where, number, lowest, highest, source):
        self.seen.add(where)
        if not lowest <= float(number) <= highest:
            self.find(where, f"{number} is outside {lowest}..{highest} ({source})")
