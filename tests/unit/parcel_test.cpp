// Parcels: what may travel, how structure survives, and that hostile bytes are refused.
#include "core/env/parcel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "core/env/environment.h"
#include "core/vm/types.h"

namespace sl {
namespace {

class ParcelTest : public testing::Test {
 protected:
  ParcelTest() : env(Environment::open(Profile())), vm(env->vm) { env->lock(); }
  ~ParcelTest() override { env->unlock_one(); }

  Value eval(const std::string& code) {
    Value v;
    EXPECT_TRUE(env->exec(code, "<test>", &v)) << code << ": " << env->failure().traceback;
    return v;
  }
  std::string repr(Value v) {
    Value s = vm.repr(v);
    return s.is_unset() ? "raised" : std::string(as_str(s)->view());
  }
  std::string error() {
    RunResult r = env->failure();
    return r.error_type + ": " + r.error_message;
  }
  // repr before, and after a trip through a parcel into another environment.
  void expect_travels(const std::string& code) {
    Value v = eval(code);
    std::string before = repr(v);
    auto parcel = Parcel::pack(vm, v);
    ASSERT_TRUE(parcel) << code << ": " << error();
    std::string saved;
    ASSERT_TRUE(parcel->save(&saved));
    auto loaded = Parcel::load(saved);
    ASSERT_TRUE(loaded) << code;
    for (const auto& p : {parcel, loaded}) {
      EnvironmentPtr other = Environment::open(Profile());
      EnvLock lock(*other);
      Value copy = p->unpack(other->vm);
      ASSERT_FALSE(copy.is_unset()) << code;
      Value text = other->vm.repr(copy);
      EXPECT_EQ(std::string(as_str(text)->view()), before) << code;
    }
  }

  EnvironmentPtr env;
  Vm& vm;
};

TEST_F(ParcelTest, CarriesEveryPlainValue) {
  for (const char* code : {"None",
                           "True",
                           "False",
                           "0",
                           "-1",
                           "127",
                           "2**41",
                           "-2**41",
                           "2**42",
                           "2**63 - 1",
                           "-2**63",
                           "2**63",
                           "-2**63 - 1",
                           "2**200",
                           "-3**300",
                           "1.5",
                           "-0.0",
                           "float('inf')",
                           "1e308",
                           "''",
                           "'abc'",
                           "'h\\u00e9llo \\u4f60 \\U0001f600'",
                           "'x' * 1000",
                           "'\\u00e9' * 100",
                           "'\\ud800'",
                           "b''",
                           "b'\\x00\\xff'",
                           "b'y' * 500",
                           "[]",
                           "()",
                           "{}",
                           "set()",
                           "frozenset()",
                           "[1, 'a', [2, (3, None)]]",
                           "(1, (2,), [])",
                           "{'a': 1, 'b': {'c': [True]}, 3: 4, None: 5, (1, 2): 'tuple', 2.5: b'k', frozenset([1]): 0}",
                           "{1, 2, 3}",
                           "{'x'}",
                           "frozenset({(1, 2)})",
                           "[['x' * 100] * 3] * 3",
                           "list(range(1000))",
                           "{str(i): i for i in range(500)}"})
    expect_travels(code);
}

TEST_F(ParcelTest, KeepsSharedAndCyclicStructure) {
  Value v = eval("a = []\nd = {'self': None, 'list': a, 'again': a}\nd['self'] = d\nt = (a, d)\na.append(t)\nd");
  auto parcel = Parcel::pack(vm, v);
  ASSERT_TRUE(parcel);
  std::string saved;
  ASSERT_TRUE(parcel->save(&saved));
  for (const auto& p : {parcel, Parcel::load(saved)}) {
    ASSERT_TRUE(p);
    Value copy = p->unpack(vm);
    vm.module_set(env->main_module, intern("copy"), copy);
    Value ok = eval("copy is not d and copy['self'] is copy and copy['list'] is copy['again'] and copy['list'][0][0] is copy['list'] and copy['list'][0][1] is copy");
    EXPECT_TRUE(ok.is_true());
  }
}

TEST_F(ParcelTest, KeepsAliasesOfEmptyContainers) {
  vm.module_set(env->open_main("<test>"), intern("copy"), Parcel::pack(vm, eval("e = []\nf = {}\n[e, e, f, f]"))->unpack(vm));
  EXPECT_TRUE(eval("copy[0].append(1)\ncopy[2]['k'] = 1\ncopy == [[1], [1], {'k': 1}, {'k': 1}]").is_true());
}

TEST_F(ParcelTest, CopiesInstancesOfBuiltinSubclassesAsTheirBase) {
  Value v = eval("class L(list): pass\nclass I(int): pass\n[L([1]), I(5)]");
  Value copy = Parcel::pack(vm, v)->unpack(vm);
  EXPECT_EQ(repr(copy), "[[1], 5]");
  EXPECT_TRUE(is_kind(as<List>(copy)->items[0], Kind::List));
}

TEST_F(ParcelTest, NamesThePathOfWhatCannotTravel) {
  const std::pair<const char*, const char*> cases[] = {
      {"lambda: 1", "value: function is not transferable"},
      {"{'jobs': [1, 2, 3, len]}", "value[\"jobs\"][3]: builtin_function_or_method is not transferable"},
      {"[{5: (object(),)}]", "value[0][5][0]: object is not transferable"},
      {"{'it\\'s': iter([])}", "value[\"it's\"]: list_iterator is not transferable"},
      {"{len: 1}", "value key: builtin_function_or_method is not transferable"},
      {"[{print}]", "value[0] key: builtin_function_or_method is not transferable"},
  };
  for (const auto& [code, message] : cases) {
    EXPECT_FALSE(Parcel::pack(vm, eval(code))) << code;
    EXPECT_EQ(error(), std::string("TypeError: ") + message);
  }
  EXPECT_FALSE(Parcel::pack(vm, eval("range"), "background arg 0"));
  EXPECT_EQ(error(), "TypeError: background arg 0: type is not transferable");
}

TEST_F(ParcelTest, RefusesExcessiveNesting) {
  Value v = eval("a = []\nfor i in range(100000):\n    a = [a]\na");
  EXPECT_FALSE(Parcel::pack(vm, v));
  EXPECT_TRUE(error().starts_with("RecursionError"));
}

TEST_F(ParcelTest, StaysWithinTheMemoryLimitWhenUnpacking) {
  auto parcel = Parcel::pack(vm, eval("['x' * 100000 + str(i) for i in range(100)]"));
  Profile small;
  small.limits.memory = 1 << 20;
  EnvironmentPtr other = Environment::open(small);
  EnvLock lock(*other);
  EXPECT_TRUE(parcel->unpack(other->vm).is_unset());
  EXPECT_EQ(other->failure().error_type, "MemoryError");
}

TEST_F(ParcelTest, OutlivesItsEnvironment) {
  std::shared_ptr<const Parcel> parcel;
  {
    EnvironmentPtr source = Environment::open(Profile());
    EnvLock lock(*source);
    Value v;
    ASSERT_TRUE(source->exec("{'k': ['long text ' * 20, 1]}", "<test>", &v));
    parcel = Parcel::pack(source->vm, v);
  }
  EXPECT_EQ(repr(parcel->unpack(vm)).size(), repr(eval("{'k': ['long text ' * 20, 1]}")).size());
}

TEST_F(ParcelTest, IsReadByManyThreadsAtOnce) {
  auto parcel = Parcel::pack(vm, eval("{'a': list(range(100)), 's': 'text' * 100}"));
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      EnvironmentPtr other = Environment::open(Profile());
      EnvLock lock(*other);
      for (int i = 0; i < 50; ++i) {
        Value v = parcel->unpack(other->vm);
        if (Dict* d = as_dict(v); d && d->used == 2) ++good;
      }
    });
  }
  for (auto& t : threads) t.join();
  EXPECT_EQ(good, 200);
}

// ---- handles ------------------------------------------------------------------------------------

struct Counted {
  std::atomic<int> count{1};
};
std::atomic<int> releases{0};
const HostType kShared = {
    .name = "Shared",
    .release =
        [](void* d) {
          ++releases;
          --static_cast<Counted*>(d)->count;
        },
    .retain = [](void* d) { ++static_cast<Counted*>(d)->count; },
    .shareable = true,
};

TEST_F(ParcelTest, SharesHandlesByIdentity) {
  TypeDef def;
  def.name = "SharedThing";
  def.host_type = &kShared;
  static Class* cls = define_type(def);
  Counted thing;
  {
    HostObj* h = vm.new_host(cls, &thing);
    List* list = vm.new_list();
    list_append(vm, list, Value::object(h));
    auto parcel = Parcel::pack(vm, Value::object(list));
    ASSERT_TRUE(parcel);
    EXPECT_EQ(thing.count, 2);
    std::string saved;
    EXPECT_FALSE(parcel->save(&saved));
    {
      EnvironmentPtr other = Environment::open(Profile());
      EnvLock lock(*other);
      Value v = parcel->unpack(other->vm);
      EXPECT_EQ(as<HostObj>(as<List>(v)->items[0])->data, &thing);
      EXPECT_EQ(thing.count, 3);
    }
    EXPECT_EQ(thing.count, 2);
    parcel.reset();
    EXPECT_EQ(thing.count, 1);
  }
  env->unlock_one();
  env.reset();
  EXPECT_EQ(thing.count, 0);
  env = Environment::open(Profile());
  env->lock();
}

// ---- hostile bytes --------------------------------------------------------------------------------

TEST_F(ParcelTest, RefusesBytesThatAreNoParcel) {
  using namespace std::string_literals;
  for (const std::string& bytes : {
           ""s,
           "\x01"s,
           "\x01\x00"s,
           "\x02\x00\x00"s,
           "\x01\x02\x00"s,
           "\x01\x00\x63"s,
           "\x01\x00\x00\x00"s,  // trailing byte
           "\x01\x00\x03\x01"s,
           "\x01\x00\x06\x01\x02"s,
           "\x01\x00\x07\x05"s
           "ab"s,  // too short
           "\x01\x00\x07\x02\xc3\xa9"s,
           "\x01\x00\x08\x02\x02"s
           "ab"s,
           "\x01\x00\x08\x01\x01\xff"s,  // wrong text
           "\x01\x00\x0a\xff\xff\xff\xff\xff\xff\xff\xff\x7f"s,
           "\x01\x00\x0a\x02\x00"s,  // counts
           "\x01\x00\x0c\x01\x0a\x00\x00"s,
           "\x01\x00\x0d\x01\x0c\x00"s,
           "\x01\x00\x0d\x01\x0b\x01\x0a\x00"s,  // unhashable
           "\x01\x01\x0f\x00"s,
           "\x01\x00\x0a\x01\x0f\x00"s,
           "\x01\x01\x0d\x01\x0f\x00"s,  // references
           "\x01\x00\x05\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00"s,
           "\x01\x00\x10\x00"s,  // small BigInt, handle
       })
    EXPECT_FALSE(Parcel::load(bytes)) << testing::PrintToString(bytes);
  std::string deep("\x01\x00", 2);
  for (int i = 0; i < 100000; ++i) deep += "\x0a\x01"s;
  EXPECT_FALSE(Parcel::load(deep + "\x00"s));
}

TEST_F(ParcelTest, SurvivesMutatedBytes) {
  std::string saved;
  ASSERT_TRUE(Parcel::pack(vm, eval("s = 'shared text ' * 8\n{'a': [s, s, (1, s)], 'b': {1, 2.5, (3, 'x')}, 'c': 2**70, 'd': b'z' * 80, (1, (2,)): [None, -5]}"))->save(&saved));
  std::mt19937 rng(1);
  int accepted = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = saved;
    for (unsigned k = rng() % 4 + 1; k; --k) bytes[rng() % bytes.size()] = static_cast<char>(rng());
    if (rng() % 4 == 0) bytes.resize(rng() % bytes.size());
    auto parcel = Parcel::load(bytes);
    if (!parcel) continue;
    ++accepted;
    Value v = parcel->unpack(vm);
    if (v.is_unset())
      vm.clear_error();
    else
      repr(v);
    if (round % 500 == 0) vm.collect_garbage();
  }
  EXPECT_GT(accepted, 100);
}

}  // namespace
}  // namespace sl
