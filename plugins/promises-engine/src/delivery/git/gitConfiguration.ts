/**
 * Stands in for the user's configuration, also at the other end of a local push. Hooks and helpers are off: what is in
 * a repository runs nothing here. Housekeeping is the sweep's, not a push's.
 */
export const gitConfiguration = `[core]
	hooksPath = /dev/null
	fsmonitor = false
[credential]
	helper =
[http]
	followRedirects = false
[protocol]
	allow = never
[protocol "file"]
	allow = always
[protocol "https"]
	allow = always
[receive]
	autogc = false
	fsckObjects = true
[pack]
	threads = 1
[gc]
	auto = 0
	autoDetach = false
[maintenance]
	auto = false
[safe]
	directory = *
[advice]
	pushUpdateRejected = false
[push]
	recurseSubmodules = no
[submodule]
	recurse = false
[fetch]
	recurseSubmodules = no
`;
