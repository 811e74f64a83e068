// The symbol table as a list: for --list-symbols, help and the generated reference.
#include <algorithm>

#include "core/env/native_modules.h"
#include "core/symbols/symbol_table.h"
#include "core/vm/class.h"
#include "core/vm/native.h"
#include "core/vm/runtime.h"

namespace sl {
namespace {

bool below(std::string_view name, std::string_view prefix) {
  return prefix.empty() || name == prefix || (name.size() > prefix.size() && name.substr(0, prefix.size()) == prefix && (name[prefix.size()] == '.' || prefix.back() == '.'));
}

std::string owner_name(const std::string& owner) { return owner.empty() ? "core" : owner; }

void describe_native(Symbol& s, const Native* n) {
  s.signature = signature_text(n);
  if (n->doc) s.doc = n->doc;
  s.unsafe = n->flags & kNativeUnsafe;
  if (!(n->flags & kNativeAbi)) return;
  auto* f = static_cast<const sl_function*>(n->abi_function);
  s.signature = f->signature;
  s.pure = f->flags & SL_FN_PURE;
  s.blocks = f->flags & SL_FN_BLOCKS;
}

void list_class(const Symbol& base, const Class* cls, std::vector<Symbol>& out) {
  Symbol s = base;
  s.kind = SymbolKind::Class;
  if (cls->construct_native) {
    s.signature =
        cls->construct_native->flags & kNativeAbi ? static_cast<const sl_function*>(cls->construct_native->abi_function)->signature : signature_text(cls->construct_native);
  }
  Value doc = class_lookup(cls, names().__doc__);
  if (is_str(doc)) s.doc = as<Str>(doc)->view();
  out.push_back(s);
  for (uint32_t i = 0; i < shape_count(cls->shape); ++i) {
    Value v = cls->slots[i];
    if (!is_kind(v, Kind::Native)) continue;
    const auto* n = as<Native>(v);
    if (n->name->view().starts_with("__")) continue;
    Symbol m;
    m.module = base.module;
    m.owner = base.owner;
    m.name = base.name + "." + std::string(n->name->view());
    m.kind = n->flags & kNativeGetter ? SymbolKind::Property : SymbolKind::Method;
    describe_native(m, n);
    out.push_back(m);
  }
}

}  // namespace

std::vector<Symbol> list_symbols(std::string_view prefix, bool sandboxed) {
  std::vector<Symbol> out;
  for_each_native_module([&](NativeModule& module) {
    bool whole = below(module.name(), prefix);
    if (!whole && !below(prefix, module.name())) return;
    std::vector<Symbol> found;
    bool own = false;
    std::string only_owner;
    for (size_t i = 0; i < module.size(); ++i) {
      std::string name(module.member_name(i)->view());
      if (name.starts_with("__") || !module.has(name)) continue;
      const auto& member = module.member(i);
      if (sandboxed && member.unsafe) continue;
      own = true;
      if (only_owner.empty()) only_owner = member.owner;
      Symbol s;
      s.module = module.name();
      s.name = name;
      s.owner = owner_name(member.owner);
      s.unsafe = member.unsafe;
      Value v = module.member_value(i);
      if (is_kind(v, Kind::Class)) {
        list_class(s, as<Class>(v), found);
        continue;
      }
      if (is_kind(v, Kind::Native)) {
        s.kind = SymbolKind::Function;
        describe_native(s, as<Native>(v));
      } else {
        s.kind = SymbolKind::Constant;
      }
      found.push_back(std::move(s));
    }
    if (whole) {
      Symbol s;
      s.module = module.name();
      s.kind = SymbolKind::Module;
      s.doc = module.doc();
      s.owner = own ? owner_name(only_owner) : "core";
      out.push_back(std::move(s));
    }
    for (Symbol& s : found)
      if (whole || below(s.dotted(), prefix)) out.push_back(std::move(s));
  });
  for (const std::string& name : script_module_names()) {
    if (!below(name, prefix)) continue;
    Symbol s;
    s.module = name;
    s.kind = SymbolKind::Module;
    s.owner = "core";
    out.push_back(std::move(s));
  }
  std::sort(out.begin(), out.end(), [](const Symbol& a, const Symbol& b) { return a.dotted() < b.dotted(); });
  return out;
}

}  // namespace sl
