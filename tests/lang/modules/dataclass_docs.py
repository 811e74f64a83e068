from collections import deque
from dataclasses import dataclass, field
from typing import List, Optional


@dataclass
class A:
    a: int
    b: List[int]
    c: deque
    d: Optional[int] = None
    e: list[str] = field(default_factory=list)
    f: 'A' = None
    g: dict = field(kw_only=True, default=1)


@dataclass
class B:
    pass


print(A.__doc__)
print(B.__doc__)
