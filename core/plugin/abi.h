// The two sides of the ABI: conversions, and what keeps values alive that plugins hold.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <scriptling/plugin.h>

#include "core/env/carrier.h"
#include "core/env/environment.h"
#include "core/env/parcel.h"

// Opaque types of the header.
struct sl_parcel {
  std::atomic<uint32_t> count{1};
  sl::Value scalar;                         // None, bool, int, float in place: no Parcel then
  std::shared_ptr<const std::string> text;  // str made without an environment
  std::shared_ptr<const sl::Parcel> data;
};
struct sl_carrier {
  std::atomic<uint32_t> count{1};
  std::shared_ptr<const sl::Carrier> data;
};

namespace sl {

static_assert(sizeof(sl_value) == sizeof(Value) && alignof(sl_value) == alignof(Value));
constexpr bool same_tag(int abi, Tag tag) { return static_cast<uint64_t>(abi) == tag; }
static_assert(same_tag(SL_UNSET, kUnset) && same_tag(SL_NONE, kNone) && same_tag(SL_BOOL, kBool) && same_tag(SL_INT, kInt) && same_tag(SL_FLOAT, kFloat) &&
              same_tag(SL_OBJECT, kObject));

inline Value from_abi(const sl_value& v) noexcept { return {v.tag, static_cast<uint64_t>(v.as.i)}; }
inline sl_value to_abi(const Value& v) noexcept {
  sl_value out;
  out.tag = v.tag;
  out.as.i = static_cast<int64_t>(v.bits);
  return out;
}
inline const Value* from_abi(const sl_value* v) noexcept { return reinterpret_cast<const Value*>(v); }
inline std::string_view view(sl_str s) noexcept { return s.data ? std::string_view(s.data, s.size) : std::string_view(); }
inline sl_str to_abi(std::string_view s) noexcept { return {s.data(), s.size()}; }

// An sl_env is an Environment.
inline Environment& env_of(sl_env* e) noexcept { return *reinterpret_cast<Environment*>(e); }
inline sl_env* to_abi(Environment& e) noexcept { return reinterpret_cast<sl_env*>(&e); }

// The values given to a plugin function during one call of it (or one env_enter). The first ones are
// found by the collector's scan of native stacks; the rest go to a RootVec.
class AbiScope {
 public:
  explicit AbiScope(Vm& vm) noexcept : vm_(vm), outer_(current_) { current_ = this; }
  // Scopes of env_enter, which outlive the C++ frame that makes them.
  static void enter(Vm& vm);
  static void leave(Vm& vm);
  ~AbiScope() { current_ = outer_; }
  AbiScope(const AbiScope&) = delete;
  AbiScope& operator=(const AbiScope&) = delete;

  // Records a value handed to the plugin on this thread.
  static void keep(Vm& vm, Value v) {
    if (v.tag != kObject || v.o->mark == kSharedMark) return;
    AbiScope* s = current_;
    while (s && &s->vm_ != &vm) s = s->outer_;
    if (s) s->add(v.o);
  }
  static AbiScope* innermost(Vm& vm) noexcept {
    AbiScope* s = current_;
    while (s && &s->vm_ != &vm) s = s->outer_;
    return s;
  }
  void push();
  void pop();

 private:
  static constexpr uint32_t kInline = 14;
  struct Overflow {
    explicit Overflow(Heap& heap) : values(heap) {}
    RootVec values;
    std::vector<size_t> marks;
  };
  void add(Obj* o) {
    if (used_ < kInline)
      objects_[used_++] = o;
    else
      add_more(o);
  }
  void add_more(Obj* o);
  Overflow& more();

  static constinit thread_local AbiScope* current_;  // constant-initialised: no wrapper call at each use
  Vm& vm_;
  AbiScope* outer_;
  std::unique_ptr<Overflow> more_;
  uint32_t used_ = 0;
  Obj* objects_[kInline];  // uninitialised beyond used_: at worst keeps something alive longer
};

// Turns a result of the engine into *out and a status, and keeps the value.
inline sl_status give(Vm& vm, Value v, sl_value* out) {
  if (v.is_unset()) {
    if (out) *out = to_abi(Value::none());
    return SL_RAISED;
  }
  AbiScope::keep(vm, v);
  if (out) *out = to_abi(v);
  return SL_OK;
}
inline sl_status status(bool ok) noexcept { return ok ? SL_OK : SL_RAISED; }

// The host table, filled by its groups.
const sl_host& host_table();
void fill_process_functions(sl_host& h);
void fill_value_functions(sl_host& h);
void fill_container_functions(sl_host& h);
void fill_call_functions(sl_host& h);
void fill_wait_functions(sl_host& h);
void fill_parcel_functions(sl_host& h);
void fill_environment_functions(sl_host& h);

// Raises `type` by name as sl_host.raise documents it.
void raise_named(Environment& env, std::string_view type, std::string_view message);

// Parcels.
sl_parcel* new_parcel(Vm& vm, Value v, std::string_view what);  // null: raised
Value open_parcel(Vm& vm, const sl_parcel* p);                  // unset: raised; null gives None

}  // namespace sl
