#include "values.h"

#include "blob.h"

namespace kv {
namespace {

using scriptling::Env;
using scriptling::Error;
using scriptling::Value;

constexpr int kMaxDepth = 500;

std::string kind_name(const Value& v) {
  switch (v.kind()) {
    case SL_KIND_CLASS: return "CLASS";
    case SL_KIND_INSTANCE: return "INSTANCE";
    case SL_KIND_FUNCTION: return "FUNCTION";
    case SL_KIND_NATIVE: return "BUILTIN";
    default: break;
  }
  std::string name = v.type_name();
  for (char& ch : name)
    if (ch >= 'a' && ch <= 'z') ch = static_cast<char>(ch - 32);
  return name;
}

class Encoder {
 public:
  Encoder(const Env& env, const char* method) : env_(env), method_(method) {}

  void write(const Value& v) {
    switch (v.kind()) {
      case SL_KIND_NONE: return out_.none();
      case SL_KIND_BOOL: return out_.boolean(v.raw().as.i);
      case SL_KIND_INT: return v.raw().tag == SL_INT ? out_.integer(v.raw().as.i) : write_big(v);
      case SL_KIND_FLOAT: return out_.floating(v.number());
      case SL_KIND_STR: return out_.text(v.str());
      case SL_KIND_BYTES: return out_.bytes(v.bytes());
      case SL_KIND_LIST: return write_list(v);
      case SL_KIND_DICT: return write_dict(v);
      default: throw Error("TypeError", std::string("kv.") + method_ + ": unsupported value type " + kind_name(v));
    }
  }
  std::string take() { return out_.take(); }

 private:
  struct Depth {
    explicit Depth(Encoder& e) : encoder(e) {
      if (++encoder.depth_ > kMaxDepth) throw Error("ValueError", std::string("kv.") + encoder.method_ + ": value is nested too deeply");
    }
    ~Depth() { --encoder.depth_; }
    Encoder& encoder;
  };

  void write_big(const Value& v) {
    int64_t small;
    if (scriptling::host->int_get(env_.env(), v, &small) == SL_OK) return out_.integer(small);
    scriptling::host->error_clear(env_.env());
    out_.big(v.text());
  }
  void write_list(const Value& v) {
    Depth depth(*this);
    size_t n = v.size();
    out_.list(n);
    for (size_t i = 0; i < n; ++i) write(v.at(i));
  }
  void write_dict(const Value& v) {
    Depth depth(*this);
    out_.dict(v.dict_size());
    v.each_item([&](const Value& key, const Value& value) {
      if (key.is_str())
        out_.key(key.str());
      else
        out_.key(key.text());
      write(value);
    });
  }

  const Env& env_;
  const char* method_;
  BlobWriter out_;
  int depth_ = 0;
};

class Decoder {
 public:
  Decoder(const Env& env, std::string_view blob) : env_(env), in_(blob) {}

  Value read(int depth = 0) {
    char tag;
    need(in_.tag(&tag) && depth <= kMaxDepth);
    switch (tag) {
      case 'N': return env_.none();
      case 'T': return env_.make(true);
      case 'F': return env_.make(false);
      case 'I': {
        uint64_t bits;
        need(in_.fixed(&bits));
        return env_.make(static_cast<int64_t>(bits));
      }
      case 'D': {
        double d;
        need(in_.floating(&d));
        return env_.make(d);
      }
      case 'J': return env_.parse_json(text());
      case 'S': return env_.make_str(text());
      case 'B': return env_.make_bytes(text());
      case 'L': {
        uint64_t n;
        need(in_.count(&n));
        Value list = env_.make_list();
        for (; n; --n) list.append(read(depth + 1));
        return list;
      }
      case 'M': {
        uint64_t n;
        need(in_.count(&n));
        Value dict = env_.make_dict();
        for (; n; --n) {
          std::string_view key = text();
          dict.set(key, read(depth + 1));
        }
        return dict;
      }
      default: need(false);
    }
    return env_.none();
  }

 private:
  static void need(bool ok) {
    if (!ok) throw Error("RuntimeError", "kv: a stored value is damaged");
  }
  std::string_view text() {
    std::string_view s;
    need(in_.sized(&s));
    return s;
  }
  const Env& env_;
  BlobReader in_;
};

}  // namespace

std::string to_blob(const Env& env, const Value& v, const char* method) {
  Encoder encoder(env, method);
  encoder.write(v);
  return encoder.take();
}

Value from_blob(const Env& env, std::string_view blob) { return Decoder(env, blob).read(); }

}  // namespace kv
