#!/usr/bin/env python3
"""What tests/run asks of meson: which tests there are, and how each of their cases went.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re
import sys

POINT = re.compile(r'^(not )?ok\b\s*\d*\s*-?\s*(.*?)\s*(?:#\s*(skip|todo)\b\S*\s*(.*))?$', re.IGNORECASE)
NOTHING = re.compile(r'^1\.\.0\b\s*(?:#\s*(?:skip\S*)?\s*(.*))?$', re.IGNORECASE)


def select(build, words):
    """Prints the names of the tests that contain the words, or whose suite they are."""
    tests = json.loads((build / 'meson-info' / 'intro-tests.json').read_text())
    for test in tests:
        suites = [suite.split(':')[-1] for suite in test['suite']]
        if words in test['name'] or words in suites:
            print(test['name'])


def cases(test):
    """Yields (state, name, remark) for each case of one executable."""
    failed = points = 0
    empty = False
    for line in (test.get('stdout') or '').splitlines():
        point = POINT.match(line)
        nothing = NOTHING.match(line)
        if point:
            points += 1
            bad, name, directive, remark = point.groups()
            # GLib names its cases by path.
            name = f"{test['name']} {name}"
            if directive:
                yield 'skipped', name, remark
            elif bad:
                failed += 1
                yield 'failed', name, ''
            else:
                yield 'passed', name, ''
        elif nothing:
            empty = True
            yield 'skipped', test['name'], nothing.group(1) or ''

    fine = test['result'] == 'OK'
    if fine and not points and not empty:
        yield 'passed', test['name'], ''
    elif test['result'] == 'SKIP' and not points and not empty:
        # An executable that ended with 77 says so; one that is silent did not test anything.
        if test['returncode'] == 77:
            yield 'skipped', test['name'], ''
        else:
            yield 'failed', test['name'], 'ran no case'
    elif not fine and test['result'] != 'SKIP' and not failed:
        yield 'failed', test['name'], f"{test['result'].lower()}, exit status {test['returncode']}"


def count(build, expected):
    """Sums up the last run of so many tests; the last line is what tests/run promises."""
    log = build / 'meson-logs' / 'testlog.json'
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    remarks = []
    tests = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    for test in tests:
        for state, name, remark in cases(test):
            counts[state] += 1
            if state != 'passed':
                remarks.append(f'{state}: {name}' + (f' ({remark})' if remark else ''))

    if len(tests) < expected:
        counts['failed'] += expected - len(tests)
        remarks.append(f'failed: {expected - len(tests)} tests did not run')

    for remark in sorted(remarks, reverse=True):
        print(remark)
    line = f"{counts['passed']} passed, {counts['failed']} failed"
    if counts['skipped']:
        line += f", {counts['skipped']} skipped"
    print(line)
    return 0 if counts['passed'] and not counts['failed'] else 1


def main():
    deed, build, argument = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    if deed == 'select':
        select(build, argument)
        return 0
    return count(build, int(argument))


sys.exit(main())
