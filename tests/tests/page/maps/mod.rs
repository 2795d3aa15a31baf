//! The map of fates on the page. What it says is held against runs that this machine computes.

mod basins;
mod changes;
mod deaths;
mod legend;
mod memory;
mod native;

use serde_json::json;

use crate::page::Page;
use native::Map;

/// Watches the laboratory, which no document mentions: how many maps have begun, and whether all
/// that came of the present one is drawn. Maps have as many starts a side as is asked for: the page's own are
/// computed for seconds.
const WATCH: &str = "
    const script = document.createElement('script');
    script.type = 'module';
    script.textContent = `
        import { Lab } from '/pkg/downhill_web.js';
        const side = ${arguments[0]};
        const { map_request, put_tile, draw_base, draw_raster } = Lab.prototype;
        const maps = { lab: null, begun: 0, scale: 0, isDrawn: false };
        Lab.prototype.map_request = function () {
            const request = map_request.call(this, side, side);
            if (request) maps.begun += 1;
            maps.lab = this;
            return request;
        };
        Lab.prototype.put_tile = function (...tile) {
            maps.isDrawn = false;
            return put_tile.apply(this, tile);
        };
        Lab.prototype.draw_base = function (canvas, step, scale, dark) {
            maps.scale = scale;
            return draw_base.call(this, canvas, step, scale, dark);
        };
        Lab.prototype.draw_raster = function (...where) {
            draw_raster.apply(this, where);
            maps.isDrawn = true;
        };
        window.maps = maps;`;
    document.head.append(script);";

/// Starts with each verdict.
const COUNT: &str = "return window.maps.lab.map_counts().map(({ count }) => count)";

/// Width and height of the map's picture, pixels of it to one of the page, and a number for all of
/// its pixels.
const PICTURE: &str = "
    const picture = document.getElementById('plot-raster');
    const { width, height } = picture;
    const { data } = picture.getContext('2d').getImageData(0, 0, width, height);
    // FNV-1a: two pictures that differ in one byte have different numbers.
    let sum = 0x811c9dc5;
    for (const byte of data) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
    return [width, height, window.maps.scale, sum];";

impl Page {
    /// Watches the maps from now on, until the page is loaded again. They have `side` starts a side.
    #[track_caller]
    fn watch_maps(&self, side: usize) {
        self.browser.script(WATCH, &[json!(side)]);
        self.wait_until("window.maps");
    }

    /// Shows the fates of all starts in place of the surface.
    #[track_caller]
    fn show_fates(&self) {
        self.click("#map-modes button[value=fates]");
    }

    /// How many maps have begun since they are watched.
    #[track_caller]
    fn maps_begun(&self) -> u64 {
        let begun = self.browser.script("return window.maps.begun", &[]);
        begun.as_u64().expect("a count of maps")
    }

    /// Waits until the map is whole and drawn.
    #[track_caller]
    fn finish_map(&self) {
        self.wait_until(
            "window.maps.isDrawn
                && document.getElementById('map-legend').dataset.left === '0'
                && document.getElementById('main').dataset.busy === 'false'",
        );
    }

    /// Waits until the map is whole, and holds its verdicts and its picture, pixel by pixel,
    /// against those computed here.
    #[track_caller]
    fn assert_map(&self, map: &Map) {
        self.assert_counts(map);
        let seen = self.browser.script(PICTURE, &[]);
        let length = |index: usize| seen[index].as_u64().expect("a length") as usize;
        let size = [length(0), length(1)];
        let scale = seen[2].as_f64().expect("a scale");
        let sum = seen[3].as_u64().expect("a sum");
        assert_eq!(sum, map.picture(size, scale), "{size:?} pixels, {scale}");
    }

    /// Waits for the map, which has to have as many starts with each verdict as `map`.
    #[track_caller]
    fn assert_counts(&self, map: &Map) {
        self.finish_map();
        let counts = self.browser.script(COUNT, &[]);
        assert_eq!(counts, json!(map.counts()));
    }
}
