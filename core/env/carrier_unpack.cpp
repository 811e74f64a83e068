// Rebuilding what a Carrier holds in another environment.
//
// Objects are made before what they contain: cells, module globals and function attributes are filled
// from a queue once everything around them exists, so cycles need no special care.
#include <cstring>

#include "core/env/carrier_graph.h"
#include "core/env/environment.h"
#include "core/vm/class.h"
#include "core/vm/types.h"

namespace sl {
namespace {

class Unpacker {
 public:
  Unpacker(Vm& vm, const CarrierGraph& graph) : vm_(vm), graph_(graph), made_(vm.heap) { made_.items.resize(graph.nodes.size()); }

  Value root() {
    Value v = get(graph_.root);
    // Filling may make more objects, which queue more work.
    while (!v.is_unset() && next_ < queue_.size())
      if (!fill(queue_[next_++])) return Value();
    return v;
  }

 private:
  Value get(uint32_t at) {
    if (at == kDropped) return Value::none();
    if (!made_.items[at].is_unset()) return made_.items[at];
    NativeDepth depth(vm_);
    if (!depth.ok) return Value();
    Value v = make(at, graph_.nodes[at]);
    if (made_.items[at].is_unset()) made_.items[at] = v;
    return v;
  }

  Value make(uint32_t at, const CarrierNode& n) {
    Environment& env = Environment::of(vm_);
    switch (n.kind) {
      case CarrierKind::Shared: return n.shared;
      case CarrierKind::Data: return n.data->unpack(vm_);
      case CarrierKind::Import: {
        Value v = env.import_module(vm_, n.name);
        if (v.is_unset()) return v;
        // import a.b binds a; the module itself is in sys.modules.
        Value m = dict_get_str(vm_.modules, n.name);
        return m.is_unset() ? v : m;
      }
      case CarrierKind::Attribute: return attribute(n);
      case CarrierKind::Module: return module(at, n);
      case CarrierKind::Function: return function(at, n);
      case CarrierKind::Class: return script_class(n);
      case CarrierKind::Cell: {
        Value v = Value::object(vm_.new_cell(Value()));
        if (!n.items.empty()) queue_.push_back(at);
        return v;
      }
      case CarrierKind::BoundMethod: {
        Value self = get(n.items[0]);
        Value f = self.is_unset() ? self : get(n.items[1]);
        return f.is_unset() ? f : vm_.bind_method(self, f);
      }
      case CarrierKind::StaticMethod:
      case CarrierKind::ClassMethod: {
        Value f = get(n.items[1]);
        if (f.is_unset()) return f;
        auto* s = vm_.heap.make<StaticMethod>(n.kind == CarrierKind::StaticMethod ? Kind::StaticMethod : Kind::ClassMethod);
        s->function = f;
        return Value::object(s);
      }
      case CarrierKind::Property: return property(n);
    }
    return Value::none();
  }

  Value attribute(const CarrierNode& n) {
    Value v = Environment::of(vm_).import_module(vm_, n.name);
    if (v.is_unset()) return v;
    v = dict_get_str(vm_.modules, n.name);
    std::string_view rest = n.qualname->view();
    while (!v.is_unset() && !rest.empty()) {
      size_t dot = std::min(rest.find('.'), rest.size());
      v = vm_.get_attr(v, rest.substr(0, dot));
      rest.remove_prefix(std::min(dot + 1, rest.size()));
    }
    return v;
  }

  void keep_code(const std::shared_ptr<const ModuleCode>& unit) {
    for (auto& held : vm_.code_units)
      if (held == unit) return;
    vm_.code_units.push_back(unit);
  }

  Value module(uint32_t at, const CarrierNode& n) {
    keep_code(n.unit);
    vm_.locals[n.globals.get()] = n.globals;  // lives as long as the environment
    Module* m = vm_.new_module(n.name, n.unit.get(), n.globals.get());
    queue_.push_back(at);
    return Value::object(m);
  }

  Value function(uint32_t at, const CarrierNode& n) {
    keep_code(n.unit);
    Value home = get(n.module);
    if (home.is_unset()) return home;
    if (!is_kind(home, Kind::Module)) return vm_.raise_type("module of a transferred function is no module here");
    auto* f = vm_.heap.make<Function>(Kind::Function);
    std::memset(reinterpret_cast<char*>(f) + sizeof(Obj), 0, sizeof(Function) - sizeof(Obj));
    f->code = n.code;
    f->module = as<Module>(home);
    f->name = n.name;
    f->qualname = n.qualname;
    f->doc = n.code->doc;
    made_.items[at] = Value::object(f);
    if (!n.cells.empty()) {
      Tuple* cells = vm_.new_tuple(n.cells.size());
      for (size_t i = 0; i < n.cells.size(); ++i) cells->items[i] = Value::none();
      f->cells = cells;
      for (size_t i = 0; i < n.cells.size(); ++i) {
        Value c = get(n.cells[i]);
        if (c.is_unset()) return c;
        f->cells->items[i] = c;
      }
    }
    if (n.has_defaults) {
      Tuple* defaults = vm_.new_tuple(n.items.size());
      for (size_t i = 0; i < n.items.size(); ++i) defaults->items[i] = Value::none();
      f->defaults = defaults;
    }
    if (n.has_defaults || !n.keyword_defaults.empty() || !n.attributes.empty()) queue_.push_back(at);
    return Value::object(f);
  }

  Value script_class(const CarrierNode& n) {
    RootVec parts(vm_.heap);
    for (uint32_t base : n.items) {
      Value v = get(base);
      if (v.is_unset()) return v;
      parts.items.push_back(v);
    }
    Tuple* bases = vm_.new_tuple(parts.items.data(), parts.items.size());
    Dict* ns = vm_.new_dict(n.attributes.size());
    parts.items.push_back(Value::object(bases));
    parts.items.push_back(Value::object(ns));
    for (auto& [name, item] : n.attributes) {
      Value v = get(item);
      if (v.is_unset()) return v;
      dict_set_str(vm_, ns, name, v);
    }
    dict_set_str(vm_, ns, names().__qualname__, Value::object(n.qualname));
    return create_class(vm_, types().type, n.name, bases, ns, nullptr);
  }

  Value property(const CarrierNode& n) {
    auto* p = vm_.heap.make<Property>(Kind::Property);
    p->get = p->set = p->del = p->doc = Value::none();
    p->name = n.name;
    RootVec keep(vm_.heap);
    keep.items.push_back(Value::object(p));
    Value* parts[] = {&p->get, &p->set, &p->del, &p->doc};
    for (size_t i = 0; i < 4; ++i) {
      if (n.items[i] == kDropped) continue;
      Value v = get(n.items[i]);
      if (v.is_unset()) return v;
      *parts[i] = v;
    }
    return Value::object(p);
  }

  bool fill(uint32_t at) {
    const CarrierNode& n = graph_.nodes[at];
    Value self = made_.items[at];
    if (n.kind == CarrierKind::Cell) {
      Value v = get(n.items[0]);
      as<Cell>(self)->value = v;
      return !v.is_unset();
    }
    for (size_t i = 0; n.has_defaults && i < n.items.size(); ++i) {
      Value v = get(n.items[i]);
      if (v.is_unset()) return false;
      as<Function>(self)->defaults->items[i] = v;
    }
    for (auto& [name, item] : n.keyword_defaults) {
      Value v = get(item);
      if (v.is_unset()) return false;
      auto* f = as<Function>(self);
      if (!f->kw_defaults) f->kw_defaults = vm_.new_dict();
      dict_set_str(vm_, f->kw_defaults, name, v);
    }
    for (auto& [name, item] : n.attributes) {
      Value v = get(item);
      if (v.is_unset()) return false;
      if (n.kind == CarrierKind::Module) {
        vm_.module_set(as<Module>(self), name, v);
        continue;
      }
      auto* f = as<Function>(self);
      if (!f->attrs) f->attrs = vm_.new_dict();
      dict_set_str(vm_, f->attrs, name, v);
    }
    return true;
  }

  Vm& vm_;
  const CarrierGraph& graph_;
  RootVec made_;
  std::vector<uint32_t> queue_;
  size_t next_ = 0;
};

}  // namespace

Value Carrier::unpack(Vm& vm) const { return Unpacker(vm, *contents_).root(); }

}  // namespace sl
