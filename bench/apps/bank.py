# A class-heavy simulation: inheritance, properties, operators, observers, exceptions.
class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} lacks {amount - account.balance}")
        self.account = account


class Money:
    __slots__ = ("cents",)

    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __sub__(self, other):
        return Money(self.cents - other.cents)

    def __lt__(self, other):
        return self.cents < other.cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __repr__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d}"


class Account:
    count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = Money(balance)
        self.listeners = []
        Account.count += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        self._balance = value
        for listener in self.listeners:
            listener(self)

    @property
    def fee(self):
        return Money(0)

    def deposit(self, amount):
        self.balance = self.balance + amount

    def withdraw(self, amount):
        total = amount + self.fee
        if self.balance < total:
            raise InsufficientFunds(self, total)
        self.balance = self.balance - total

    @classmethod
    def opened(cls, owner):
        return cls(owner, 10000)

    @staticmethod
    def valid(owner):
        return len(owner) > 0


class Checking(Account):
    @property
    def fee(self):
        return Money(25)


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def accrue(self):
        self.deposit(Money(int(self.balance.cents * self.rate)))


class Bank:
    def __init__(self):
        self.accounts = {}
        self.changes = 0
        self.refused = 0

    def add(self, account):
        account.listeners.append(self.changed)
        self.accounts[account.owner] = account

    def changed(self, account):
        self.changes += 1

    def transfer(self, a, b, cents):
        amount = Money(cents)
        try:
            self.accounts[a].withdraw(amount)
        except InsufficientFunds:
            self.refused += 1
        else:
            self.accounts[b].deposit(amount)

    def __len__(self):
        return len(self.accounts)

    def __getitem__(self, owner):
        return self.accounts[owner]


bank = Bank()
names = [f"owner{i}" for i in range(200)]
for i, name in enumerate(names):
    if Account.valid(name):
        bank.add(Checking.opened(name) if i % 2 else Savings(name, 5000 * i))
for step in range(200000):
    bank.transfer(names[step * 7 % 200], names[step * 13 % 200 - 1], step % 900 + 1)
    if step % 20000 == 0:
        for account in bank.accounts.values():
            if isinstance(account, Savings):
                account.accrue()
total = Money(0)
for account in bank.accounts.values():
    total = total + account.balance
print(len(bank), bank.changes, bank.refused, total, bank["owner3"].balance, Account.count, Money(5) == Money(5))
