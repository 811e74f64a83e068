#include <cmath>

#include "sync.h"

namespace runtime_sync {
namespace {

using scriptling::Error;

std::string kind_name(const Value& v) {
  switch (v.kind()) {
    case SL_KIND_NONE: return "NONE";
    case SL_KIND_INT: return "INTEGER";
    case SL_KIND_STR: return "STRING";
    case SL_KIND_BOOL: return "BOOLEAN";
    default: break;
  }
  std::string name = v.type_name();
  for (char& ch : name)
    if (ch >= 'a' && ch <= 'z') ch = static_cast<char>(ch - 32);
  return name;
}

bool forget(Call& c) {
  std::string_view kind = c.str(0), name = c.str(1);
  if (kind == "Atomic") return forget_atomic(name);
  if (kind == "Shared") return forget_shared(name);
  if (kind == "WaitGroup") return forget_wait_group(name);
  if (kind == "Queue") return forget_queue(name);
  if (kind == "Lock" || kind == "Semaphore" || kind == "Event") return forget_lock(kind, name);
  throw Error("ValueError", "sync.delete: unknown kind '" + std::string(kind) + "'");
}

void init() {
  scriptling::ModuleDef module("scriptling.runtime.sync", "Named objects for coordination, shared by all environments of the process.");
  add_atomic(module);
  add_shared(module);
  add_wait_group(module);
  add_queue(module);
  add_locks(module);
  module.function<forget>("delete(kind: str, name: str) -> bool", "Forget a name, so that the next constructor call makes a new object. Existing handles keep the old one.");
  module.install();
}

constexpr scriptling::PluginDef kPlugin{
    .name = "sync",
    .version = "1.0.0",
    .summary = "Atomic, Shared, WaitGroup, Queue, Lock, Semaphore, Event: named and shared between environments",
    .init = init,
};

}  // namespace

int64_t need_integer(const Value& v) {
  int kind = v.kind();
  if (kind == SL_KIND_INT) return v.integer();
  if (kind == SL_KIND_FLOAT) {
    double d = std::trunc(v.number());
    if (d >= -9223372036854775808.0 && d < 9223372036854775808.0) return static_cast<int64_t>(d);
    throw Error("OverflowError", "cannot convert float to a 64-bit integer");
  }
  throw Error("TypeError", "type error: expected INTEGER, got " + kind_name(v));
}

double timeout_seconds(const Value& v) {
  if (v.is_none()) return -1;
  int kind = v.kind();
  if (kind != SL_KIND_INT && kind != SL_KIND_FLOAT) throw Error("TypeError", "timeout must be a number");
  double seconds = v.number();
  if (!(seconds >= 0)) throw Error("ValueError", "'timeout' must be a non-negative number");
  return seconds;
}

std::string seconds_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%gs", seconds);
  return text;
}

scriptling::Parcel pack(Call& c, const Value& v, const char* complaint) {
  sl_parcel* parcel = nullptr;
  if (scriptling::host->pack(c.env(), v, "item", &parcel) == SL_OK) return scriptling::Parcel(parcel);
  if (!c.raised("TypeError")) throw scriptling::Raised{};
  auto error = c.take_error();
  std::string message = complaint;
  if (!error->message.starts_with("item:")) message += " (" + error->message + ")";  // where inside it
  throw Error("TypeError", message);
}

}  // namespace runtime_sync

SCRIPTLING_PLUGIN_EXPORT(runtime_sync::kPlugin)
