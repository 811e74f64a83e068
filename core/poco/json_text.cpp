#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Stringifier.h>

#include <sstream>

#include "core/poco/parts.h"

namespace sl {
namespace {

Poco::Dynamic::Var convert(const Json& j) {
  switch (j.kind) {
    case Json::Kind::Text: return j.text;
    case Json::Kind::Number: return j.number;
    case Json::Kind::Truth: return j.number != 0;
    case Json::Kind::Array: {
      Poco::JSON::Array::Ptr a = new Poco::JSON::Array;
      for (const auto& [name, item] : j.members) a->add(convert(item));
      return a;
    }
    case Json::Kind::Object: break;
  }
  Poco::JSON::Object::Ptr o = new Poco::JSON::Object(Poco::JSON_PRESERVE_KEY_ORDER);
  for (const auto& [name, item] : j.members) o->set(name, convert(item));
  return o;
}

}  // namespace

std::string json_text(const Json& document) {
  std::ostringstream out;
  Poco::JSON::Stringifier::stringify(convert(document), out, 2);
  return out.str() + "\n";
}

}  // namespace sl
