// From the options of env_open to a profile, and the tie between an environment and the one that opened it.
#pragma once

#include <memory>

#include "core/env/environment.h"

struct sl_plugin;
struct sl_env_options;

namespace sl {

// Cached per plugin when there is no parent. options may be null.
std::shared_ptr<const Profile> profile_for(::sl_plugin& plugin, const ::sl_env_options* options);

// Interruptions of the parent reach the child until it is closed. Needs the parent's lock.
void link_to_parent(Environment& parent, Environment& child);
void unlink_from_parent(Environment& child);

}  // namespace sl
