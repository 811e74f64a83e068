/* A correct plugin in plain C: the ABI from the inside, for tests of the host. */
#include <stdlib.h>
#include <string.h>

#include "support.h"

static const sl_host* host;
static sl_plugin* self;
static int counters_alive;

static sl_status add(sl_call* call) {
  if (call->argv[0].tag == SL_INT && call->argv[1].tag == SL_INT)
    *call->result = sl_int(call->argv[0].as.i + call->argv[1].as.i);
  else
    return host->raise(call->env, "TypeError", sl_text("add wants two integers"));
  return SL_OK;
}

static sl_status greet(sl_call* call) {
  char text[256];
  sl_str name = host->str_get(call->env, call->argv[0]);
  size_t n = 7;
  memcpy(text, "Hello, ", 7);
  memcpy(text + n, name.data, name.size < 200 ? name.size : 200);
  n += name.size < 200 ? name.size : 200;
  if (call->argv[1].tag == SL_BOOL && call->argv[1].as.i) text[n++] = '!';
  sl_str s = {text, n};
  return host->str_new(call->env, s, call->result);
}

/* Calls back with each item of an iterable, collecting the results. */
static sl_status each(sl_call* call) {
  sl_value it, item, r, list;
  if (host->list_new(call->env, 0, 0, &list) != SL_OK || host->iter_new(call->env, call->argv[0], &it) != SL_OK) return SL_RAISED;
  for (;;) {
    if (host->iter_next(call->env, it, &item) != SL_OK) return SL_RAISED;
    if (item.tag == SL_UNSET) break;
    if (host->call(call->env, call->argv[1], &item, 1, &r) != SL_OK || host->list_append(call->env, list, r) != SL_OK) return SL_RAISED;
  }
  *call->result = list;
  return SL_OK;
}

/* The message of what f() raises, or None. */
static sl_status caught(sl_call* call) {
  sl_value r;
  if (host->call(call->env, call->argv[0], 0, 0, &r) == SL_OK) return SL_OK;
  sl_error error;
  error.struct_size = sizeof error;
  host->error_fetch(call->env, &error);
  sl_value parts[2];
  if (host->str_new(call->env, error.type, &parts[0]) != SL_OK || host->str_new(call->env, error.message, &parts[1]) != SL_OK) return SL_RAISED;
  return host->tuple_new(call->env, parts, 2, call->result);
}

static sl_status options(sl_call* call) {
  sl_value items[4];
  for (int i = 0; i < 4; ++i) items[i] = call->argv[i].tag == SL_UNSET ? sl_none() : call->argv[i];
  return host->tuple_new(call->env, items, 4, call->result);
}

static sl_status fails_quietly(sl_call* call) {
  (void)call;
  return SL_RAISED;
}
static sl_status returns_garbage(sl_call* call) {
  call->result->tag = 77;
  return SL_OK;
}

static sl_status through_parcel(sl_call* call) {
  sl_parcel* p;
  if (host->pack(call->env, call->argv[0], "value", &p) != SL_OK) return SL_RAISED;
  sl_status s = host->unpack(call->env, p, call->result);
  host->parcel_free(p);
  return s;
}

/* Runs fn in an environment of its own. */
static sl_status elsewhere(sl_call* call) {
  sl_carrier* carrier;
  sl_parcel *args = 0, *result = 0;
  if (host->function_pack(call->env, call->argv[0], &carrier) != SL_OK) return SL_RAISED;
  if (host->pack(call->env, call->argv[1], "args", &args) != SL_OK) {
    host->carrier_free(carrier);
    return SL_RAISED;
  }
  sl_env* env = host->env_open(self, 0);
  sl_status s = host->function_call(env, carrier, args, 0, &result);
  if (s == SL_OK) {
    s = host->unpack(call->env, result, call->result);
    host->parcel_free(result);
  } else {
    sl_error error;
    error.struct_size = sizeof error;
    host->error_fetch(env, &error);
    char type[64];
    size_t n = error.type.size < 63 ? error.type.size : 63;
    memcpy(type, error.type.data, n);
    type[n] = 0;
    host->raise(call->env, type, error.message);
  }
  host->env_close(env);
  host->parcel_free(args);
  host->carrier_free(carrier);
  return s;
}

typedef struct {
  int count; /* references */
  int64_t value;
} Counter;

static void counter_retain(void* p) { __atomic_add_fetch(&((Counter*)p)->count, 1, __ATOMIC_RELAXED); }
static void counter_release(void* p) {
  if (__atomic_sub_fetch(&((Counter*)p)->count, 1, __ATOMIC_ACQ_REL) == 0) {
    __atomic_sub_fetch(&counters_alive, 1, __ATOMIC_RELAXED);
    free(p);
  }
}
static sl_status counter_new(sl_call* call) {
  Counter* c = malloc(sizeof *c);
  c->count = 1;
  c->value = call->argv[0].as.i;
  __atomic_add_fetch(&counters_alive, 1, __ATOMIC_RELAXED);
  return host->object_new(call->env, self, "Counter", c, call->result);
}
static sl_status counter_add(sl_call* call) {
  Counter* c = call->self;
  c->value += call->argv[0].as.i;
  *call->result = sl_int(c->value);
  return SL_OK;
}
static sl_status counter_value(sl_call* call) {
  *call->result = sl_int(((Counter*)call->self)->value);
  return SL_OK;
}
static sl_status counter_set_value(sl_call* call) {
  int64_t v;
  if (host->int_get(call->env, call->argv[0], &v) != SL_OK) return SL_RAISED;
  ((Counter*)call->self)->value = v;
  return SL_OK;
}
static sl_status counter_len(sl_call* call) {
  *call->result = sl_int(((Counter*)call->self)->value);
  return SL_OK;
}
static sl_status counter_enter(sl_call* call) {
  *call->result = call->self_value;
  return SL_OK;
}
static sl_status counter_exit(sl_call* call) {
  ((Counter*)call->self)->value = -1;
  *call->result = sl_bool(0);
  return SL_OK;
}
static sl_status counter_next(sl_call* call) {
  Counter* c = call->self;
  if (c->value <= 0) return host->raise(call->env, "StopIteration", sl_text(""));
  *call->result = sl_int(c->value--);
  return SL_OK;
}
static sl_status counter_alive(sl_call* call) {
  *call->result = sl_int(counters_alive);
  return SL_OK;
}

static const sl_function counter_methods[] = {
    {"add(n: int = 1) -> int", "Adds and returns the sum.", counter_add, 0},
    {"value", "The count.", counter_value, SL_FN_PROPERTY},
    {"value(v)", 0, counter_set_value, SL_FN_SETTER},
    {"alive() -> int", "Counters in the process.", counter_alive, SL_FN_STATIC},
    {"__len__()", 0, counter_len, 0},
    {"__enter__()", 0, counter_enter, 0},
    {"__exit__(type, value, traceback)", 0, counter_exit, 0},
    {"__iter__()", 0, counter_enter, 0},
    {"__next__()", 0, counter_next, 0},
};
static const sl_function counter_construct = {"Counter(start: int = 0)", 0, counter_new, 0};
static const sl_class classes[] = {{"Counter", "Counts.", counter_methods, sizeof counter_methods / sizeof *counter_methods, &counter_construct, counter_retain, counter_release,
                                    SL_CLASS_SHARE | SL_CLASS_ATTRIBUTES, 0}};

static sl_status make_version(sl_call* call) {
  sl_value parts[2] = {sl_int(1), sl_int(5)};
  return host->tuple_new(call->env, parts, 2, call->result);
}

static const sl_function functions[] = {
    {"add(a, b)", "a + b", add, SL_FN_PURE},           {"greet(name: str, loud: bool = False) -> str", "A greeting.", greet, SL_FN_PURE},
    {"each(items, fn: callable) -> list", 0, each, 0}, {"caught(fn: callable)", 0, caught, 0},
    {"options(a, b=..., *args, **kw)", 0, options, 0}, {"fails_quietly()", 0, fails_quietly, 0},
    {"returns_garbage()", 0, returns_garbage, 0},      {"through_parcel(value)", 0, through_parcel, 0},
    {"elsewhere(fn, args=())", 0, elsewhere, 0},       {"secret()", 0, return_none, SL_FN_UNSAFE_IN_SANDBOX},
};
static const sl_function constants[] = {{"version", 0, make_version, 0}};

static sl_status init(const sl_host* h, sl_plugin* p, void** state) {
  host = h;
  self = p;
  *state = &counters_alive;
  sl_module m = {
      sizeof(sl_module), sizeof(sl_function), sizeof(sl_class), 0, "testing.good", "A correct plugin.", functions, sizeof functions / sizeof *functions, classes, 1, constants, 1};
  sl_str word;
  int64_t size;
  if (h->config(p, "word", &word) != SL_OK || h->config_int(p, "size", &size) != SL_OK) return h->fail(p, sl_text("no configuration"));
  return h->register_module(p, &m);
}

SL_EXPORT const sl_plugin_info scriptling_plugin = {sizeof(sl_plugin_info),
                                                    SL_ABI_MAJOR,
                                                    SL_ABI_MINOR,
                                                    "good",
                                                    "1.5.0",
                                                    "A correct plugin",
                                                    "Apache-2.0",
                                                    "",
                                                    "word: str = hello # any word; size: size = 10M # how much; wait: time = 1s",
                                                    init,
                                                    0,
                                                    0,
                                                    0};
