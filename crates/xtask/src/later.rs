//! What of the facade the page does without until its first picture stands: see `split`.

use crate::split::Part;

/// What a curve, its run and its verdict do not need: surfaces and maps of two weights, what the network
/// computes, links, the tab of the reader's own problem, and what workers compute.
pub(crate) const LATER: &Part = &[
    // Pictures over two weights.
    "charts::fates::",
    "charts::height_key::",
    "charts::raster::",
    "charts::surface_scene::",
    "downhill_web::drawn_planes::",
    "downhill_web::ground::Ground::",
    "landscape::basins::",
    "landscape::contours::",
    "landscape::local::",
    "landscape::surface::",
    "landscape::tone::",
    "lab_ground_errors",
    "lab_path_places",
    "lab_set_plane",
    // Maps, and the strip under a curve.
    "downhill_web::fate_map::FateMap::key",
    "downhill_web::fate_map::FateMap::looks",
    "fatetile_new",
    "lab_map_at",
    "lab_map_counts",
    "lab_map_request",
    "lab_put_tile",
    // Beside the picture.
    "beside_put_",
    "charts::pins::",
    "downhill_web::company::Company::draw",
    "chain",
    "lab_check_gradient",
    "lab_derivative_formula",
    "lab_draw_outputs",
    "lab_draw_start",
    "lab_kept_run",
    "lab_layers",
    "lab_next_weights",
    "lab_pass",
    "lab_sample_rows",
    "lab_sensitivity",
    "lab_sum",
    // Links.
    "links::",
    "document_text",
    "lab_changes_of",
    "lab_pin_parts",
    "lab_takes_pin",
    "linked_document",
    "read_link",
    "write_link",
    // The reader's own problem.
    "cost",
    "lab_carried_over",
    "lab_standardised",
    "lab_with_",
    "read_number",
    "read_table",
    "ready_problem",
    // Workers.
    "backprop::hessian::ends::",
    "backprop::hessian::products::",
    "backprop::verdict::both_ends::",
    "fateworker_",
    "judge_",
    "race",
];
