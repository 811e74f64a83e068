// Packing: what a function refers to becomes a graph of nodes that needs no environment.
#include <unordered_map>

#include "core/env/carrier_graph.h"
#include "core/env/environment.h"
#include "core/vm/class.h"
#include "core/vm/types.h"

namespace sl {
namespace {

constexpr size_t kMaxNodes = 100000;

std::string text_of(const Str* s) { return s ? std::string(s->view()) : std::string(); }

class Packer {
 public:
  Packer(Vm& vm, CarrierGraph& graph) : vm_(vm), graph_(graph) {}

  // What may stand in a captured variable, a default, an attribute: kDropped when it cannot travel.
  uint32_t any(Value v) {
    uint32_t node = reference(v);
    if (node != kDropped) return node;
    if (is_kind(v, Kind::Function) || is_kind(v, Kind::Class) || is_kind(v, Kind::Module)) return kDropped;
    auto parcel = Parcel::pack(vm_, v);
    if (!parcel) {
      vm_.clear_error();
      return kDropped;
    }
    CarrierNode n;
    n.kind = CarrierKind::Data;
    n.data = std::move(parcel);
    return add(std::move(n));
  }

  // Functions, classes, modules, natives and handles; plain data and the rest: kDropped.
  uint32_t reference(Value v) {
    if (!v.is_object()) return kDropped;
    if (auto it = known_.find(v.o); it != known_.end()) return it->second;
    if (graph_.nodes.size() > kMaxNodes) return kDropped;
    if (v.o->mark == kSharedMark) {
      if (is_str(v)) return kDropped;  // data, wherever it lives
      CarrierNode n;
      n.kind = CarrierKind::Shared;
      n.shared = v;
      return remember(v.o, std::move(n));
    }
    switch (v.o->kind) {
      case Kind::Function: return function(as<Function>(v));
      case Kind::Class: return script_class(as<Class>(v));
      case Kind::Module: return module(as<Module>(v));
      case Kind::Host: return handle(v);
      case Kind::BoundMethod: return pair(v, CarrierKind::BoundMethod, as<BoundMethod>(v)->self, as<BoundMethod>(v)->function);
      case Kind::StaticMethod: return pair(v, CarrierKind::StaticMethod, Value(), as<StaticMethod>(v)->function);
      case Kind::ClassMethod: return pair(v, CarrierKind::ClassMethod, Value(), as<StaticMethod>(v)->function);
      case Kind::Property: return property(as<Property>(v));
      default: return kDropped;
    }
  }

 private:
  uint32_t add(CarrierNode n) {
    graph_.nodes.push_back(std::move(n));
    return static_cast<uint32_t>(graph_.nodes.size() - 1);
  }
  uint32_t remember(const Obj* o, CarrierNode n) {
    uint32_t at = add(std::move(n));
    known_.emplace(o, at);
    return at;
  }
  CarrierNode& node(uint32_t at) { return graph_.nodes[at]; }  // invalid after the next add

  uint32_t handle(Value v) {
    if (!as<HostObj>(v)->type->shareable) return kDropped;
    auto parcel = Parcel::pack(vm_, v);
    if (!parcel) {
      vm_.clear_error();
      return kDropped;
    }
    CarrierNode n;
    n.kind = CarrierKind::Data;
    n.data = std::move(parcel);
    return remember(v.o, std::move(n));
  }

  uint32_t pair(Value v, CarrierKind kind, Value self, Value function) {
    uint32_t a = self.is_unset() ? kDropped : any(self), b = any(function);
    if (b == kDropped || (!self.is_unset() && a == kDropped)) return kDropped;
    CarrierNode n;
    n.kind = kind;
    n.items = {a, b};
    return remember(v.o, std::move(n));
  }

  uint32_t property(Property* p) {
    CarrierNode n;
    n.kind = CarrierKind::Property;
    for (Value part : {p->get, p->set, p->del, p->doc}) n.items.push_back(part.is_unset() ? kDropped : any(part));
    n.name = p->name ? intern(p->name->view()) : nullptr;
    return remember(p, std::move(n));
  }

  std::shared_ptr<const ModuleCode> unit_of(const ModuleCode* code) {
    for (auto& unit : vm_.code_units)
      if (unit.get() == code) return unit;
    return nullptr;
  }

  // A module other environments can import under its name.
  bool importable(Module* m) {
    if (!m || m == Environment::of(vm_).main_module || m->name == names().__main__) return false;
    Value loaded = dict_get_str(vm_.modules, m->name);
    return loaded.is_object() && loaded.o == m;
  }

  uint32_t module(Module* m) {
    if (importable(m)) {
      CarrierNode n;
      n.kind = CarrierKind::Import;
      n.name = intern(m->name->view());
      return remember(m, std::move(n));
    }
    if (!m->code) return kDropped;
    CarrierNode n;
    n.kind = CarrierKind::Module;
    n.name = intern(m->name->view());
    n.unit = unit_of(m->code);
    if (!n.unit) return kDropped;
    n.globals = std::make_shared<GlobalNames>(*m->names);  // the original may grow
    uint32_t at = remember(m, std::move(n));
    for (size_t slot = 0; slot < m->names->names.size() && slot < m->slot_capacity; ++slot) {
      Value v = m->slots[slot];
      if (v.is_unset()) continue;
      Str* name = m->names->names[slot];
      bool about = name == names().__name__ || name == names().__file__ || name == names().__package__;
      uint32_t item = about ? any(v) : reference(v);
      if (item != kDropped) node(at).attributes.emplace_back(name, item);
    }
    return at;
  }

  // Where `name` of the importable module leads to this very object, it is found there by name.
  uint32_t by_name(Obj* o, Module* m, Str* qualname) {
    if (!qualname || qualname->view().find('<') != std::string_view::npos) return kDropped;
    Value at = Value::object(m);
    std::string_view rest = qualname->view();
    while (!rest.empty()) {
      size_t dot = std::min(rest.find('.'), rest.size());
      Str* part = find_interned(rest.substr(0, dot));
      if (!part) return kDropped;
      if (is_kind(at, Kind::Module))
        at = vm_.module_get(as<Module>(at), part);
      else if (is_kind(at, Kind::Class))
        at = class_lookup(as<Class>(at), part);
      else
        return kDropped;
      if (at.is_unset()) return kDropped;
      rest.remove_prefix(std::min(dot + 1, rest.size()));
    }
    if (!at.is_object() || at.o != o) return kDropped;
    CarrierNode n;
    n.kind = CarrierKind::Attribute;
    n.name = intern(m->name->view());
    n.qualname = intern(qualname->view());
    return remember(o, std::move(n));
  }

  uint32_t function(Function* f) {
    if (importable(f->module))
      if (uint32_t at = by_name(f, f->module, f->qualname); at != kDropped) return at;
    CarrierNode n;
    n.kind = CarrierKind::Function;
    n.unit = unit_of(f->code->module);
    if (!n.unit) return kDropped;
    n.code = f->code;
    n.name = intern(f->name->view());
    n.qualname = intern(f->qualname->view());
    uint32_t at = remember(f, std::move(n));
    uint32_t home = module(f->module);
    if (home == kDropped) return forget(f);
    node(at).module = home;
    if (f->defaults) {
      for (size_t i = 0; i < f->defaults->size; ++i) {
        uint32_t item = any(f->defaults->items[i]);
        if (item == kDropped) return untransferable_default(f, f->code->positional + i - std::min<size_t>(f->defaults->size, f->code->positional + i));
        node(at).items.push_back(item);
      }
      node(at).has_defaults = true;
    }
    uint32_t cursor = 0;
    Value key, value;
    while (f->kw_defaults && dict_next(f->kw_defaults, &cursor, &key, &value)) {
      uint32_t item = any(value);
      if (item != kDropped && is_str(key)) node(at).keyword_defaults.emplace_back(intern(as<Str>(key)->view()), item);
    }
    for (size_t i = 0; f->cells && i < f->cells->size; ++i) {
      uint32_t item = cell(as<Cell>(f->cells->items[i]));
      node(at).cells.push_back(item);
    }
    cursor = 0;
    while (f->attrs && dict_next(f->attrs, &cursor, &key, &value)) {
      uint32_t item = any(value);
      if (item != kDropped && is_str(key)) node(at).attributes.emplace_back(intern(as<Str>(key)->view()), item);
    }
    return at;
  }

  // The node stays in the graph, unused; later references are dropped as well.
  uint32_t forget(const Obj* o) {
    known_[o] = kDropped;
    return kDropped;
  }
  uint32_t untransferable_default(Function* f, size_t parameter) {
    if (problem.empty()) {
      problem = "the default of parameter '" + text_of(parameter < f->code->params.size() ? f->code->params[parameter] : nullptr) + "' of " + text_of(f->qualname) +
                "() is not transferable";
    }
    return forget(f);
  }

  uint32_t cell(Cell* c) {
    if (auto it = known_.find(c); it != known_.end()) return it->second;
    CarrierNode n;
    n.kind = CarrierKind::Cell;
    uint32_t at = remember(c, std::move(n));
    if (!c->value.is_unset())
      if (uint32_t item = any(c->value); item != kDropped) node(at).items.push_back(item);
    return at;
  }

  uint32_t script_class(Class* c) {
    if (Str* home = c->module.is_object() ? as_str(c->module) : nullptr) {
      Value m = dict_get_str(vm_.modules, home);
      if (is_kind(m, Kind::Module) && importable(as<Module>(m)))
        if (uint32_t at = by_name(c, as<Module>(m), c->qualname); at != kDropped) return at;
    }
    if (c->metaclass != types().type) return kDropped;  // its making cannot be repeated
    CarrierNode n;
    n.kind = CarrierKind::Class;
    n.name = intern(c->name->view());
    n.qualname = intern(c->qualname->view());
    uint32_t at = remember(c, std::move(n));
    for (size_t i = 0; i < c->bases->size; ++i) {
      uint32_t base = reference(c->bases->items[i]);
      if (base == kDropped) return forget(c);
      node(at).items.push_back(base);
    }
    for (uint32_t i = 0; i < shape_count(c->shape); ++i) {
      if (c->slots[i].is_unset()) continue;
      uint32_t item = any(c->slots[i]);
      if (item != kDropped) node(at).attributes.emplace_back(shape_name(c->shape, i), item);
    }
    return at;
  }

  Vm& vm_;
  CarrierGraph& graph_;
  std::unordered_map<const Obj*, uint32_t> known_;

 public:
  std::string problem;
};

bool is_function(Value v) { return is_kind(v, Kind::Function) || is_kind(v, Kind::Native) || is_kind(v, Kind::BoundMethod) || is_kind(v, Kind::Class); }

}  // namespace

Carrier::Carrier() = default;
Carrier::~Carrier() = default;

std::shared_ptr<const Carrier> Carrier::pack(Vm& vm, Value f) {
  if (!is_function(f)) {
    vm.raise_type("expected a function, got " + std::string(vm.type_of(f)->name->view()));
    return nullptr;
  }
  NativeDepth depth(vm);
  if (!depth.ok) return nullptr;
  std::shared_ptr<Carrier> made(new Carrier);
  made->contents_ = std::make_unique<Contents>();
  Packer packer(vm, *made->contents_);
  uint32_t root = packer.any(f);
  if (root == kDropped) {
    vm.raise_type(packer.problem.empty() ? "this function is not transferable" : packer.problem);
    return nullptr;
  }
  made->contents_->root = root;
  Value named = is_kind(f, Kind::BoundMethod) ? as<BoundMethod>(f)->function : f;
  if (is_kind(named, Kind::Function))
    made->name_ = text_of(as<Function>(named)->qualname);
  else if (is_kind(named, Kind::Native))
    made->name_ = text_of(as<Native>(named)->name);
  else if (is_kind(named, Kind::Class))
    made->name_ = text_of(as<Class>(named)->qualname);
  return made;
}

}  // namespace sl
