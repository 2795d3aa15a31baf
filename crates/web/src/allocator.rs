//! Memory.

use rlsf::SmallGlobalTlsf;

/// Two-level segregated fit (Masmano et al., 2004) in place of the standard library's allocator for
/// WebAssembly: 3 kB less to download, and no slower.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();
