//! The triangles of the ground on the graphics card, and its tint.

use charts::{Ground, Light, View};
use js_sys::Uint16Array;
use web_sys::{HtmlCanvasElement, WebGl2RenderingContext as Gl, WebGlBuffer, WebGlTexture};

use crate::program::{Program, Refused, Rows};

/// More nodes than this have no number of two bytes: coarser grounds come before.
const MOST_NODES: usize = 1 << 16;

pub(crate) struct GroundMesh {
    program: Program,
    nodes: Rows,
    triangles: WebGlBuffer,
    /// Corners of triangles between all nodes, and after them between every second one.
    corners: [i32; 2],
    tint: WebGlTexture,
}

impl GroundMesh {
    pub(crate) fn new(gl: &Gl) -> Result<GroundMesh, Refused> {
        let program = Program::new(
            gl,
            include_str!("shaders/ground.vert"),
            include_str!("shaders/ground.frag"),
        )?;
        let nodes = Rows::new(gl, &[3, 3, 2], false)?;
        let triangles = gl.create_buffer().ok_or(Refused)?;
        nodes.bind(gl);
        gl.bind_buffer(Gl::ELEMENT_ARRAY_BUFFER, Some(&triangles));
        gl.bind_vertex_array(None);
        let tint = gl.create_texture().ok_or(Refused)?;
        gl.bind_texture(Gl::TEXTURE_2D, Some(&tint));
        for (name, value) in [
            (Gl::TEXTURE_WRAP_S, Gl::CLAMP_TO_EDGE),
            (Gl::TEXTURE_WRAP_T, Gl::CLAMP_TO_EDGE),
            (Gl::TEXTURE_MIN_FILTER, Gl::LINEAR_MIPMAP_LINEAR),
            (Gl::TEXTURE_MAG_FILTER, Gl::LINEAR),
        ] {
            gl.tex_parameteri(Gl::TEXTURE_2D, name, value as i32);
        }
        Ok(GroundMesh {
            program,
            nodes,
            triangles,
            corners: [0; 2],
            tint,
        })
    }

    pub(crate) fn set_ground(&mut self, gl: &Gl, ground: &Ground) {
        let (rows, columns) = ground.dim();
        let is_there = rows > 1 && columns > 1 && rows * columns <= MOST_NODES;
        let mut numbers = Vec::with_capacity(8 * rows * columns);
        let part = |index: usize, nodes: usize| index as f32 / (nodes - 1) as f32;
        for row in (0..rows).filter(|_| is_there) {
            for column in 0..columns {
                // A gap has no triangle, and a card wants numbers.
                let number = |number: f64| {
                    if number.is_finite() {
                        number as f32
                    } else {
                        0.0
                    }
                };
                numbers.extend(ground.node(row, column).map(number));
                numbers.extend(ground.normal(row, column).map(number));
                numbers.extend([part(column, columns), 1.0 - part(row, rows)]);
            }
        }
        let mut corners = if is_there {
            triangles(ground, 1)
        } else {
            Vec::new()
        };
        let fine = corners.len();
        if is_there {
            corners.extend(triangles(ground, 2));
        }
        self.nodes.fill(gl, &numbers);
        self.nodes.bind(gl);
        gl.bind_buffer(Gl::ELEMENT_ARRAY_BUFFER, Some(&self.triangles));
        let numbers = Uint16Array::from(&corners[..]);
        gl.buffer_data_with_array_buffer_view(Gl::ELEMENT_ARRAY_BUFFER, &numbers, Gl::DYNAMIC_DRAW);
        gl.bind_vertex_array(None);
        self.corners = [fine as i32, (corners.len() - fine) as i32];
    }

    pub(crate) fn set_tint(&mut self, gl: &Gl, tint: &HtmlCanvasElement) {
        if tint.width() == 0 || tint.height() == 0 {
            return;
        }
        gl.bind_texture(Gl::TEXTURE_2D, Some(&self.tint));
        let (target, format) = (Gl::TEXTURE_2D, Gl::RGBA as i32);
        let (channels, kind) = (Gl::RGBA, Gl::UNSIGNED_BYTE);
        let taken = gl.tex_image_2d_with_u32_and_u32_and_html_canvas_element(
            target, 0, format, channels, kind, tint,
        );
        // A canvas of the page's own is never refused; the tint before would stay.
        if taken.is_ok() {
            gl.generate_mipmap(Gl::TEXTURE_2D);
        }
    }

    pub(crate) fn draw(
        &self,
        gl: &Gl,
        view: &View,
        light: &Light,
        paper: [f32; 3],
        is_rough: bool,
    ) {
        let [fine, rough] = self.corners;
        if fine == 0 {
            return;
        }
        self.program.begin(gl);
        self.program.set(gl, "projection", &view.matrix());
        self.program
            .set(gl, "toward", &light.toward.map(|part| part as f32));
        let [red, green, blue] = parts(light.shade);
        self.program
            .set(gl, "shade", &[red, green, blue, light.shadow as f32]);
        self.program.set(gl, "shine", &[light.shine as f32]);
        self.program.set(gl, "under", &[Light::UNDER as f32]);
        self.program.set(gl, "paper", &paper);
        gl.bind_texture(Gl::TEXTURE_2D, Some(&self.tint));
        self.nodes.bind(gl);
        // Lines on the ground lie a little before it, also where it is seen from the side.
        gl.enable(Gl::POLYGON_OFFSET_FILL);
        gl.polygon_offset(1.5, 2.0);
        let (count, bytes) = if is_rough {
            (rough, 2 * fine)
        } else {
            (fine, 0)
        };
        gl.draw_elements_with_i32(Gl::TRIANGLES, count, Gl::UNSIGNED_SHORT, bytes);
        gl.disable(Gl::POLYGON_OFFSET_FILL);
    }
}

/// The triangles between every so many nodes, as the numbers of their corners; none in gaps.
fn triangles(ground: &Ground, stride: usize) -> Vec<u16> {
    let (rows, columns) = ground.dim();
    let ends = |from: usize, nodes: usize| [from, (from + stride).min(nodes - 1)];
    let mut corners = Vec::new();
    for row in (0..rows - 1).step_by(stride) {
        for column in (0..columns - 1).step_by(stride) {
            let (up, right) = (ends(row, rows), ends(column, columns));
            let mut cells = (up[0]..up[1])
                .flat_map(|row| (right[0]..right[1]).map(move |column| (row, column)));
            if cells.all(|(row, column)| ground.is_whole(row, column)) {
                let node = |a: usize, b: usize| (up[a] * columns + right[b]) as u16;
                corners.extend([node(0, 0), node(0, 1), node(1, 1)]);
                corners.extend([node(0, 0), node(1, 1), node(1, 0)]);
            }
        }
    }
    corners
}

/// The channels of a colour, from 0 to 1.
pub(crate) fn parts(charts::RGBColor(red, green, blue): charts::RGBColor) -> [f32; 3] {
    [red, green, blue].map(|channel| f32::from(channel) / 255.0)
}
