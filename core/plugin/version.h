#pragma once

// Set by the build from the project's version.
#ifndef SCRIPTLING_VERSION
#define SCRIPTLING_VERSION "0.1.0"
#endif
