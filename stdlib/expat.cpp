// _expat: the XML parser below xml.etree.ElementTree.XMLParser, on libexpat.
#include <expat.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/vm/class.h"
#include "core/vm/text.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

constexpr size_t kPiece = 1 << 16;  // parsed between two looks at the limits

constexpr size_t kNamesKept = 10000;

// Fields of the object: what to call for each event, or None; entities by name; names made so far; and of a tree
// grown here instead of by calls: the builder that gets its root, the class of elements, the open ones, the last one,
// and the list of events.
enum Field {
  kStart,
  kEnd,
  kData,
  kComment,
  kInstruction,
  kDoctype,
  kStartScope,
  kEndScope,
  kEntityDecl,
  kStartCdata,
  kEndCdata,
  kEntities,
  kNames,
  kBuilder,
  kElement,
  kOpen,
  kLast,
  kEvents,
  kFieldCount
};

struct Parser {
  XML_Parser expat;
  explicit Parser(XML_Parser made) : expat(made) {}
  Vm* vm = nullptr;
  HostObj* self = nullptr;
  bool merge = false, busy = false;
  bool tree = false, tail = false;  // the last element has ended
  bool note_start = false, note_end = false;
  std::string text, undefined;  // a reference nobody knows, and where it is
  XML_Size line = 0, column = 0;
  std::unordered_map<std::string, Str*> names;  // kept alive by kNames
  ~Parser() { XML_ParserFree(expat); }
};

const HostType kType = {.name = "parser", .release = [](void* data) { delete static_cast<Parser*>(data); }, .tag = &kType};
Class* g_class;

Parser& parser(void* data) { return *static_cast<Parser*>(data); }

bool wants(Parser& p, Field f) { return (!p.self->fields[f].is_none() || (p.tree && f <= kData)) && !p.vm->raised(); }

void report(Parser& p, Field f, std::initializer_list<Value> args) {
  if (p.vm->call(p.self->fields[f], args).is_unset()) XML_StopParser(p.expat, XML_FALSE);
}

struct ElementNames {
  Str *tag = intern("tag"), *attrib = intern("attrib"), *text = intern("text"), *tail = intern("tail"), *children = intern("_children"), *root = intern("root"),
      *start = intern("start"), *end = intern("end");
};
const ElementNames& element_names() {
  static const ElementNames names;
  return names;
}

// The text between two tags belongs to the element that began or ended last.
void keep_text(Parser& p) {
  if (p.text.empty() || p.vm->raised()) return;
  Value v = new_text(*p.vm, p.text), last = p.self->fields[kLast];
  p.text.clear();
  const ElementNames& n = element_names();
  if (v.is_unset() || (is_kind(last, Kind::Instance) && !instance_store(*p.vm, as<Instance>(last), p.tail ? n.tail : n.text, v))) XML_StopParser(p.expat, XML_FALSE);
}

void note(Parser& p, Str* event, Value element) { list_append(*p.vm, as<List>(p.self->fields[kEvents]), Value::object(p.vm->new_tuple({Value::object(event), element}))); }

void grow(Parser& p, Value tag, Dict* attributes) {
  Vm& vm = *p.vm;
  const ElementNames& n = element_names();
  Instance* e = vm.new_instance(as<Class>(p.self->fields[kElement]));
  Value element = Value::object(e), children = Value::object(vm.new_list());
  bool ok = instance_store(vm, e, n.tag, tag) && instance_store(vm, e, n.attrib, Value::object(attributes)) && instance_store(vm, e, n.text, Value::none()) &&
            instance_store(vm, e, n.tail, Value::none()) && instance_store(vm, e, n.children, children);
  auto* open = as<List>(p.self->fields[kOpen]);
  if (open->size) {
    auto* parent = as<Instance>(open->items[open->size - 1]);
    Value siblings = instance_find(parent, n.children);
    if (ok && is_kind(siblings, Kind::List)) list_append(vm, as<List>(siblings), element);
  } else {
    ok = ok && vm.set_attr(p.self->fields[kBuilder], n.root, element);
  }
  if (!ok) return XML_StopParser(p.expat, XML_FALSE), void();
  list_append(vm, open, element);
  p.self->fields[kLast] = element;
  p.tail = false;
  if (p.note_start) note(p, element_names().start, element);
}

void flush_text(Parser& p) {
  if (p.tree) return keep_text(p);
  if (p.text.empty() || p.vm->raised()) return;
  std::string text = std::move(p.text);
  p.text.clear();
  Value v = new_text(*p.vm, text);
  if (v.is_unset())
    XML_StopParser(p.expat, XML_FALSE);
  else if (wants(p, kData))
    report(p, kData, {v});
}

void give_text(Parser& p, std::string_view text) {
  if (!wants(p, kData)) return;
  if (p.merge)
    p.text += text;
  else
    report(p, kData, {p.vm->str_value(text)});
}

// Expat's "uri}local" as "{uri}local".
Value name_value(Parser& p, const char* raw) {
  if (p.names.size() > kNamesKept && !p.names.contains(raw)) {
    std::string name(raw);
    return p.vm->str_value(name.find('}') != name.npos ? "{" + name : name);
  }
  auto [it, fresh] = p.names.try_emplace(raw, nullptr);
  if (fresh) {
    bool qualified = std::string_view(raw).find('}') != std::string_view::npos;
    it->second = p.vm->new_str(qualified ? "{" + it->first : it->first);
    list_append(*p.vm, as<List>(p.self->fields[kNames]), Value::object(it->second));
  }
  return Value::object(it->second);
}

Value optional_text(Parser& p, const char* text) { return text ? p.vm->str_value(text) : Value::none(); }
Value plain_text(Parser& p, const char* text) { return p.vm->str_value(text ? text : ""); }

void on_start(void* data, const char* name, const char** attributes) {
  Parser& p = parser(data);
  flush_text(p);
  if (!wants(p, kStart)) return;
  Dict* d = p.vm->new_dict();
  if (p.vm->raised()) return;
  for (; *attributes; attributes += 2) dict_set_str(*p.vm, d, as<Str>(name_value(p, attributes[0])), p.vm->str_value(attributes[1]));
  if (p.tree) return grow(p, name_value(p, name), d);
  report(p, kStart, {name_value(p, name), Value::object(d)});
}

void on_end(void* data, const char* name) {
  Parser& p = parser(data);
  flush_text(p);
  if (p.tree) {
    auto* open = as<List>(p.self->fields[kOpen]);
    if (open->size) p.self->fields[kLast] = open->items[--open->size];
    p.tail = true;
    if (p.note_end) note(p, element_names().end, p.self->fields[kLast]);
    return;
  }
  if (wants(p, kEnd)) report(p, kEnd, {name_value(p, name)});
}

void on_text(void* data, const char* text, int size) { give_text(parser(data), {text, static_cast<size_t>(size)}); }

// What expat leaves over: references to entities it has no value for.
void on_other(void* data, const char* text, int size) {
  Parser& p = parser(data);
  if (size < 2 || text[0] != '&' || p.vm->raised()) return;
  std::string_view name(text + 1, static_cast<size_t>(size) - 2);
  Dict* entities = as_dict(p.self->fields[kEntities]);
  Value found = entities ? dict_get(*p.vm, entities, p.vm->str_value(name)) : Value();
  if (Str* s = found.is_unset() ? nullptr : as_str(found)) {
    give_text(p, s->view());
  } else if (!p.vm->raised()) {
    p.undefined = std::string(text, static_cast<size_t>(size));
    p.line = XML_GetCurrentLineNumber(p.expat);
    p.column = XML_GetCurrentColumnNumber(p.expat);
    XML_StopParser(p.expat, XML_FALSE);
  }
}

void on_comment(void* data, const char* text) {
  Parser& p = parser(data);
  flush_text(p);
  if (wants(p, kComment)) report(p, kComment, {plain_text(p, text)});
}

void on_instruction(void* data, const char* target, const char* text) {
  Parser& p = parser(data);
  flush_text(p);
  if (wants(p, kInstruction)) report(p, kInstruction, {plain_text(p, target), plain_text(p, text)});
}

void on_doctype(void* data, const char* name, const char* system, const char* identifier, int) {
  Parser& p = parser(data);
  if (wants(p, kDoctype)) report(p, kDoctype, {plain_text(p, name), optional_text(p, identifier), optional_text(p, system)});
}

void on_start_scope(void* data, const char* prefix, const char* uri) {
  Parser& p = parser(data);
  flush_text(p);
  if (wants(p, kStartScope)) report(p, kStartScope, {plain_text(p, prefix), plain_text(p, uri)});
}

void on_end_scope(void* data, const char* prefix) {
  Parser& p = parser(data);
  flush_text(p);
  if (wants(p, kEndScope)) report(p, kEndScope, {plain_text(p, prefix)});
}

void on_entity(void* data, const char* name, int parameter, const char* value, int size, const char*, const char* system, const char* identifier, const char* notation) {
  Parser& p = parser(data);
  if (!wants(p, kEntityDecl)) return;
  Value text = value ? p.vm->str_value({value, static_cast<size_t>(size)}) : Value::none();
  report(p, kEntityDecl, {plain_text(p, name), Value::integer(parameter), text, Value::none(), optional_text(p, system), optional_text(p, identifier), optional_text(p, notation)});
}

void on_start_cdata(void* data) {
  Parser& p = parser(data);
  flush_text(p);
  if (wants(p, kStartCdata)) report(p, kStartCdata, {});
}

void on_end_cdata(void* data) {
  Parser& p = parser(data);
  flush_text(p);
  if (wants(p, kEndCdata)) report(p, kEndCdata, {});
}

int on_unknown_encoding(void* data, const char* name, XML_Encoding* info) {
  Parser& p = parser(data);
  if (p.vm->raised()) return XML_STATUS_ERROR;
  std::string bytes(256, '\0');
  for (int i = 0; i < 256; ++i) bytes[static_cast<size_t>(i)] = static_cast<char>(i);
  Value decoded = bytes_decode(*p.vm, bytes, name, "replace");
  if (decoded.is_unset()) return XML_STATUS_ERROR;
  if (as_str(decoded)->length != 256) {
    p.vm->raise_value("multi-byte encodings are not supported");
    return XML_STATUS_ERROR;
  }
  const char* at = as_str(decoded)->data;
  for (int& entry : info->map) {
    uint32_t c = next_code_point(at);
    entry = c == 0xFFFD ? -1 : static_cast<int>(c);
  }
  info->data = nullptr;
  info->convert = nullptr;
  info->release = nullptr;
  return XML_STATUS_OK;
}

Value create(Vm& vm, Value* args) {  // encoding, handlers, entities, merge, namespaces, builder, element
  Tuple* handlers = as_tuple(args[1]);
  if (!handlers || handlers->size <= kEndScope || handlers->size > kEntities) return vm.raise_type("eight handlers are needed, or all");
  Str* encoding = args[0].is_none() ? nullptr : as_str(args[0]);
  std::string coding(encoding ? encoding->view() : "");
  XML_Parser expat = args[4].is_true() ? XML_ParserCreateNS(encoding ? coding.c_str() : nullptr, '}') : XML_ParserCreate(encoding ? coding.c_str() : nullptr);
  if (!expat) return vm.raise_memory();
  auto* p = new Parser(expat);
  HostObj* o = vm.new_host(g_class, p, kFieldCount);
  std::copy(handlers->items, handlers->items + handlers->size, o->fields);
  o->fields[kEntities] = args[2];
  o->fields[kNames] = Value::object(vm.new_list());
  p->merge = args[3].is_true();
  p->tree = p->merge && is_kind(args[6], Kind::Class) && as<Class>(args[6])->instance_layout == Layout::Plain;
  o->fields[kBuilder] = args[5];
  o->fields[kElement] = args[6];
  if (p->tree) o->fields[kOpen] = Value::object(vm.new_list());
  XML_SetUserData(expat, p);
  uint64_t salt = hash_bytes("expat");
  XML_SetHashSalt(expat, salt ? salt : 1);
  XML_SetElementHandler(expat, on_start, on_end);
  XML_SetCharacterDataHandler(expat, on_text);
  XML_SetDefaultHandlerExpand(expat, on_other);
  if (!p->tree && !handlers->items[kComment].is_none()) XML_SetCommentHandler(expat, on_comment);
  if (!p->tree && !handlers->items[kInstruction].is_none()) XML_SetProcessingInstructionHandler(expat, on_instruction);
  XML_SetStartDoctypeDeclHandler(expat, on_doctype);
  if (!handlers->items[kStartScope].is_none()) XML_SetStartNamespaceDeclHandler(expat, on_start_scope);
  if (!handlers->items[kEndScope].is_none()) XML_SetEndNamespaceDeclHandler(expat, on_end_scope);
  if (!o->fields[kEntityDecl].is_none()) XML_SetEntityDeclHandler(expat, on_entity);
  if (!o->fields[kStartCdata].is_none()) XML_SetCdataSectionHandler(expat, on_start_cdata, on_end_cdata);
  XML_SetUnknownEncodingHandler(expat, on_unknown_encoding, p);
  return Value::object(o);
}

Value feed(Vm& vm, Value* args) {  // parser, data, final -> None, or what is wrong: (message, code, line, column)
  if (!is_kind(args[0], Kind::Host) || as<HostObj>(args[0])->type != &kType) return vm.raise_type("a parser is required");
  auto* o = as<HostObj>(args[0]);
  Parser& p = parser(o->data);
  if (p.busy) return vm.raise(errors().RuntimeError, "the parser is running already");
  std::string_view data;
  if (Str* s = as_str(args[1])) {
    data = s->view();
    XML_SetEncoding(p.expat, "utf-8");
  } else if (!bytes_arg(vm, args[1], &data)) {
    return {};
  }
  std::string held;
  if (!as_str(args[1]) && !as_bytes(args[1])) data = held = data;  // scripts run meanwhile and may change it
  p.vm = &vm;
  p.self = o;
  p.busy = true;
  bool final = args[2].is_true(), ok = true;
  do {
    std::string_view piece = data.substr(0, kPiece);
    data.remove_prefix(piece.size());
    ok = XML_Parse(p.expat, piece.data(), static_cast<int>(piece.size()), final && data.empty()) != XML_STATUS_ERROR && !vm.raised() && vm.poll();
  } while (ok && !data.empty());
  if (ok && final) flush_text(p);
  p.busy = false;
  if (vm.raised()) return {};
  if (ok) return Value::none();
  bool undefined = !p.undefined.empty();
  XML_Error code = undefined ? XML_ERROR_UNDEFINED_ENTITY : XML_GetErrorCode(p.expat);
  std::string message = XML_ErrorString(code);
  if (undefined) message += " " + p.undefined;
  auto line = static_cast<int64_t>(undefined ? p.line : XML_GetErrorLineNumber(p.expat));
  auto column = static_cast<int64_t>(undefined ? p.column : XML_GetErrorColumnNumber(p.expat));
  return Value::object(vm.new_tuple({vm.str_value(message), Value::integer(code), Value::integer(line), Value::integer(column)}));
}

Value position(Vm& vm, Value* args) {  // line, column, byte
  if (!is_kind(args[0], Kind::Host) || as<HostObj>(args[0])->type != &kType) return vm.raise_type("a parser is required");
  XML_Parser expat = parser(as<HostObj>(args[0])->data).expat;
  auto number = [](auto n) { return Value::integer(static_cast<int64_t>(n)); };
  return Value::object(vm.new_tuple({number(XML_GetCurrentLineNumber(expat)), number(XML_GetCurrentColumnNumber(expat)), number(XML_GetCurrentByteIndex(expat))}));
}

Value note_events(Vm& vm, Value* args) {  // parser, list, start, end
  if (!is_kind(args[0], Kind::Host) || as<HostObj>(args[0])->type != &kType || !is_kind(args[1], Kind::List)) return vm.raise_type("a parser and a list are required");
  Parser& p = parser(as<HostObj>(args[0])->data);
  if (!p.tree) return Value::boolean(false);
  as<HostObj>(args[0])->fields[kEvents] = args[1];
  p.note_start = args[2].is_true();
  p.note_end = args[3].is_true();
  return Value::boolean(true);
}

const MethodDef kFunctions[] = {
    {"note_events(parser, events: list, start, end, /)", note_events, 0, "Events of the tree grown here go to the list. False: none is."},
    {"create(encoding, handlers, entities, merge, namespaces=True, builder=None, element=None, /)", create},
    {"position(parser, /)", position},
    {"feed(parser, data, final, /)", feed},
};

}  // namespace

void register_expat_module() {
  TypeDef d;
  d.name = "parser";
  d.module = "_expat";
  d.host_type = &kType;
  d.subclassable = false;
  g_class = define_type(d);
  define_module({.name = "_expat", .doc = "XML, piece by piece.", .functions = kFunctions});
}

}  // namespace sl
