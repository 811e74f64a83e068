"""Running the tests of a module as a program."""
import os
import sys
from unittest import loader, runner


_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


class TestProgram:
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) and module in sys.modules else __import__(module) if isinstance(module, str) else module
        self.exit = exit
        self.failfast = failfast
        self.buffer = buffer
        self.verbosity = verbosity
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.tb_locals = tb_locals
        argv = sys.argv if argv is None else argv
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        if self.module is None and (len(argv) < 2 or argv[1] == 'discover'):
            return self._discover(argv[2:])
        parser = self._parser()
        options = parser.parse_args(argv[1:])
        for name in ('verbosity', 'failfast', 'catchbreak', 'buffer', 'tb_locals'):
            value = getattr(options, name)
            if value is not None:
                setattr(self, name, value)
        if options.testNamePatterns:
            self.testLoader.testNamePatterns = [p if '*' in p else f'*{p}*' for p in options.testNamePatterns]
        names = options.tests
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.testNames = names or None
        self.createTests()

    def _discover(self, arguments):
        places = {'-s': '.', '-p': 'test*.py', '-t': None}
        words = {'--start-directory': '-s', '--pattern': '-p', '--top-level-directory': '-t'}
        given, rest, arguments = [], [], iter(arguments)
        for a in arguments:
            option, _, value = a.partition('=')
            option = words.get(option, option)
            if option in places:
                places[option] = value or next(arguments, '')
            elif a.startswith('-'):
                rest.append(a)
                if a == '-k':
                    rest.append(next(arguments, ''))
            else:
                given.append(a)
        for option, value in zip(places, given):
            places[option] = value
        self.createTests = lambda: None
        if rest:
            module, self.module = self.module, sys.modules['__main__']
            self.parseArgs(['', *rest])
            self.module = module
        del self.createTests
        self.test = self.testLoader.discover(*places.values())

    def _parser(self):
        import argparse
        prog = self.progName
        parser = argparse.ArgumentParser(prog=prog)
        parser.print_help = lambda file=None: print(parser.format_help(), _EXAMPLES % {'prog': prog}, sep='\n')
        option = parser.add_argument
        option('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        option('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        option('--locals', dest='tb_locals', action='store_true', default=None, help='Show local variables in tracebacks')
        option('-f', '--failfast', dest='failfast', action='store_true', default=None, help='Stop on first fail or error')
        option('-c', '--catch', dest='catchbreak', action='store_true', default=None, help='Catch Ctrl-C and display results so far')
        option('-b', '--buffer', dest='buffer', action='store_true', default=None, help='Buffer stdout and stderr during tests')
        option('-k', dest='testNamePatterns', action='append', help='Only run tests which match the given substring')
        option('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')
        return parser

    def createTests(self):
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        made = self.testRunner if self.testRunner is not None else runner.TextTestRunner
        if isinstance(made, type):
            made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, tb_locals=self.tb_locals)
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
