"""What is installed: nothing but the modules of the program."""
import email.message

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'distribution', 'distributions', 'entry_points',
           'files', 'metadata', 'packages_distributions', 'requires', 'version']

PackageMetadata = email.message.Message


class PackageNotFoundError(ModuleNotFoundError):
    """No package of that name is installed."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        return self.args[0]


class Distribution:
    """An installed package."""

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError('A distribution name is required.')
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        return iter(())


class DistributionFinder:
    """Finds installed packages."""

    def find_distributions(self, context=None):
        return iter(())


class EntryPoints(tuple):
    """Entry points; there are none."""
    __slots__ = ()
    names = groups = frozenset()

    def select(self, **params):
        return self

    def get(self, group, default=()):
        return default


def distribution(distribution_name):
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    return distribution(distribution_name)


version = requires = files = metadata


def entry_points(**params):
    return EntryPoints()


def packages_distributions():
    return {}
