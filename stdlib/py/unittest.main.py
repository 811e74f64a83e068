"""Running the tests of a module as a program."""
import sys
from unittest import loader, runner


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
        self.parseArgs(sys.argv if argv is None else argv)
        self.runTests()

    def parseArgs(self, argv):
        if self.module is None and (len(argv) < 2 or argv[1] == 'discover'):
            return self._discover(argv[2:])
        names = []
        patterns = []
        arguments = iter(argv[1:])
        for a in arguments:
            if a in ('-v', '--verbose'):
                self.verbosity = 2
            elif a in ('-q', '--quiet'):
                self.verbosity = 0
            elif a in ('-f', '--failfast'):
                self.failfast = True
            elif a in ('-b', '--buffer'):
                self.buffer = True
            elif a == '-k':
                pattern = next(arguments, '')
                patterns.append(pattern if '*' in pattern else f'*{pattern}*')
            elif not a.startswith('-'):
                names.append(a)
        if patterns:
            self.testLoader.testNamePatterns = patterns
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

    def createTests(self):
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        made = self.testRunner if self.testRunner is not None else runner.TextTestRunner
        if isinstance(made, type):
            made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer)
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
