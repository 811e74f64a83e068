from dataclasses import dataclass, field
from abc import ABC, abstractmethod


class InsufficientFunds(Exception):

    def __init__(self, need, have):
        super().__init__(f'need {need:.2f}, have {have:.2f}')
        self.need = need
        self.have = have


class Account(ABC):
    _next = 1000

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.id = Account._next
        Account._next += 1
        self.log = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, v):
        if v < 0:
            raise ValueError('negative')
        self._balance = v

    @abstractmethod
    def fee(self):
        ...

    def withdraw(self, amt):
        total = amt + self.fee()
        if total > self._balance:
            raise InsufficientFunds(total, self._balance)
        self._balance -= total
        self.log.append(('w', amt))

    def __str__(self):
        return f'{self.__class__.__name__:<10}|{self.owner:^10}|{self._balance:>12,.2f}'

    def __lt__(self, o):
        return self.balance < o.balance


class Checking(Account):

    def fee(self):
        return 1.5


class Savings(Account):
    rate = 0.02

    def fee(self):
        return 0

    def accrue(self):
        self.balance *= 1 + self.rate


try:
    Account('x')
except TypeError as e:
    print(e)
a = Checking('Ann', 100)
b = Savings('Bob', 2500.5)
b.accrue()
for acc in sorted([b, a]):
    print(acc)
try:
    a.withdraw(99)
except InsufficientFunds as e:
    print('Error:', e, e.need, e.have, e.args)
try:
    a.balance = -1
except ValueError as e:
    print(repr(e))
a.withdraw(50)
print(a.log, a.id, b.id)


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)


print(sorted([Item(2, 'b'), Item(1, 'a')]), Item(1, 'x') == Item(1, 'y'), Item(3, 'q').tags)
try:
    Item()
except TypeError as e:
    print(e)
