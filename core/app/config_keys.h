// Every key of the core sections: the one list they are read, checked and documented from.
#pragma once

namespace sl {

struct CoreSection {
  const char* name;
  const char* schema;
};

constexpr CoreSection kCoreSections[] = {
    {"server",
     "address: str = 127.0.0.1:8000 # where the http plugin listens, host:port, :port for all interfaces;"
     "script: str = # setup script of the server;"
     "plugins: list = sync, kv, background, sandbox, http # what to load, in this order where needs leave a choice;"
     "plugin_dir: str = # where NAME.so are, empty for the directory beside the program;"
     "libpath: list = # directories searched for modules after the script's own;"
     "drain: time = 5s # how long a stop waits for work in progress;"
     "dev: bool = false # look at module files at every import instead of once per second"},
    {"engine",
     "dialect: str = python # python or scriptling, which rules win where they differ;"
     "timeout: time = 0 # wall time of one request, task or script, 0 for no limit;"
     "fuel: int = 0 # loop turns and calls of one request, task or script, 0 for no limit;"
     "memory: size = 0 # bytes of one environment, 0 for no limit;"
     "output: size = 0 # bytes one environment may print, 0 for no limit;"
     "depth: int = 1000 # nested script calls;"
     "pool: int = 64 # parked environments kept for reuse;"
     "pool_memory: size = 4M # memory each parked environment keeps"},
    {"log",
     "level: str = info # trace, debug, info, warn or error;"
     "format: str = auto # console, json, null, or auto for console on a terminal and json elsewhere;"
     "file: str = # write there instead of stdout;"
     "rotate: size = 10M # start a new file at this size, 0 for never;"
     "keep: int = 5 # rotated files kept"},
    {"security",
     "allowed_paths: list = # directories scripts may touch, empty for all, - for none;"
     "disable_libs: list = # modules scripts cannot import, with everything below them"},
    {"exec", "allow: list = # commands scripts may run, each with leading arguments it must have, * for all, empty for none"},
};

// Environment variables and the keys they set.
struct EnvironmentKey {
  const char* variable;
  const char* section;
  const char* key;
};
constexpr EnvironmentKey kEnvironmentKeys[] = {
    {"SCRIPTLING_SERVER", "server", "address"},
    {"SCRIPTLING_SCRIPT", "server", "script"},
    {"SCRIPTLING_PLUGINS", "server", "plugins"},
    {"SCRIPTLING_PLUGIN_DIR", "server", "plugin_dir"},
    {"SCRIPTLING_LIBPATH", "server", "libpath"},
    {"SCRIPTLING_DRAIN", "server", "drain"},
    {"SCRIPTLING_DIALECT", "engine", "dialect"},
    {"SCRIPTLING_TIMEOUT", "engine", "timeout"},
    {"SCRIPTLING_LOG_LEVEL", "log", "level"},
    {"SCRIPTLING_LOG_FORMAT", "log", "format"},
    {"SCRIPTLING_LOG_FILE", "log", "file"},
    {"SCRIPTLING_ALLOWED_PATHS", "security", "allowed_paths"},
    {"SCRIPTLING_DISABLE_LIB", "security", "disable_libs"},
    {"SCRIPTLING_EXEC_ALLOW", "exec", "allow"},
    {"SCRIPTLING_WEB_ROOT", "plugin.http", "web_root"},
    {"SCRIPTLING_BEARER_TOKEN", "plugin.http", "bearer_token"},
    {"SCRIPTLING_TLS_CERT", "plugin.http", "tls_cert"},
    {"SCRIPTLING_TLS_KEY", "plugin.http", "tls_key"},
    {"SCRIPTLING_KV_STORAGE", "plugin.kv", "storage"},
};

}  // namespace sl
