//! The relief on a graphics card.

use charts::{BEHIND_GROUND, Light, RoundMark, Segment, Theme, View};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, WebGl2RenderingContext as Gl, WebGlContextAttributes};

use crate::ground_mesh::{GroundMesh, parts};
use crate::program::{Program, Refused, Rows};
use crate::target::Target;

/// How much of the path is seen through the ground that hides it.
const HIDDEN: f32 = BEHIND_GROUND as f32;
/// How much nearer than they are lines and marks are drawn, in parts of the depth that is drawn.
const LINES: f32 = 0.004;
const ROUGH_LINES: f32 = 0.012;
const PATH: f32 = 0.006;
const MARKS: f32 = 0.02;

/// What a relief is made of on the card.
pub(crate) struct Graphics {
    gl: Gl,
    pub(crate) ground: GroundMesh,
    segments: Program,
    marks: Program,
    target: Target,
    /// On the floor and around; under the ball; on the ground; the path.
    pub(crate) cage: Lines,
    pub(crate) floor: Lines,
    pub(crate) plumb: Lines,
    pub(crate) draped: Lines,
    pub(crate) path: Lines,
    pub(crate) foot: Marks,
    pub(crate) run: Marks,
}

/// Segments on the card.
pub(crate) struct Lines(Rows);

/// Round marks on the card.
pub(crate) struct Marks(Rows);

impl Lines {
    pub(crate) fn fill(&mut self, gl: &Gl, segments: &[Segment]) {
        let segments = Segment::joined(segments);
        let mut numbers = Vec::with_capacity(11 * segments.len());
        for segment in segments {
            let places = segment.ends.as_flattened().iter();
            numbers.extend(places.map(|&number| number as f32));
            numbers.extend(parts(segment.color));
            numbers.extend([segment.alpha as f32, segment.width as f32]);
        }
        self.0.fill(gl, &numbers);
    }
}

impl Marks {
    pub(crate) fn fill(&mut self, gl: &Gl, marks: &[RoundMark]) {
        let mut numbers = Vec::with_capacity(9 * marks.len());
        for mark in marks {
            numbers.extend(mark.at.map(|number| number as f32));
            numbers.extend(parts(mark.color));
            let ball = if mark.is_ball { 1.0 } else { 0.0 };
            numbers.extend([mark.radius as f32, mark.hole as f32, ball]);
        }
        self.0.fill(gl, &numbers);
    }
}

impl Graphics {
    /// On a canvas that has no context yet, or had this one before it was lost.
    pub(crate) fn new(canvas: &HtmlCanvasElement) -> Option<Graphics> {
        let wishes = WebGlContextAttributes::new();
        // A picture is smoothed where that does not take too long: see `Target`.
        wishes.set_antialias(false);
        // What is drawn is printed and saved at any time.
        wishes.set_preserve_drawing_buffer(true);
        let context = canvas.get_context_with_context_options("webgl2", &JsValue::from(wishes));
        let gl: Gl = context.ok().flatten()?.dyn_into().ok()?;
        Graphics::on(gl).ok()
    }

    fn on(gl: Gl) -> Result<Graphics, Refused> {
        let segment = (
            include_str!("shaders/segment.vert"),
            include_str!("shaders/segment.frag"),
        );
        let mark = (
            include_str!("shaders/mark.vert"),
            include_str!("shaders/mark.frag"),
        );
        let lines = || Rows::new(&gl, &[3, 3, 4, 1], true).map(Lines);
        let rounds = || Rows::new(&gl, &[3, 3, 3], true).map(Marks);
        Ok(Graphics {
            ground: GroundMesh::new(&gl)?,
            segments: Program::new(&gl, segment.0, segment.1)?,
            marks: Program::new(&gl, mark.0, mark.1)?,
            target: Target::new(&gl)?,
            cage: lines()?,
            floor: lines()?,
            plumb: lines()?,
            draped: lines()?,
            path: lines()?,
            foot: rounds()?,
            run: rounds()?,
            gl,
        })
    }

    pub(crate) fn gl(&self) -> &Gl {
        &self.gl
    }

    /// Draws what has been filled in; roughly, with fewer triangles and without smooth edges, while
    /// something moves on a slow machine.
    pub(crate) fn draw(&mut self, view: &View, light: &Light, theme: &Theme, is_rough: bool) {
        let size = view.size().map(|length| length as i32);
        self.gl.viewport(0, 0, size[0], size[1]);
        if is_rough {
            self.draw_all(view, light, theme, true);
            return;
        }
        self.target.begin(&self.gl, size);
        self.draw_all(view, light, theme, false);
        self.target.end(&self.gl);
    }

    fn draw_all(&self, view: &View, light: &Light, theme: &Theme, is_rough: bool) {
        let gl = &self.gl;
        let paper = parts(theme.paper);
        gl.clear_color(paper[0], paper[1], paper[2], 1.0);
        gl.depth_mask(true);
        gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
        gl.enable(Gl::DEPTH_TEST);
        gl.depth_func(Gl::LEQUAL);
        gl.disable(Gl::BLEND);
        self.ground.draw(gl, view, light, paper, is_rough);

        gl.enable(Gl::BLEND);
        // The picture itself stays opaque.
        let rest = Gl::ONE_MINUS_SRC_ALPHA;
        gl.blend_func_separate(Gl::SRC_ALPHA, rest, Gl::ONE, rest);
        gl.depth_mask(false);
        self.draw_lines(view, &[&self.cage, &self.floor], [0.0, 1.0]);
        let nearer = if is_rough { ROUGH_LINES } else { LINES };
        self.draw_lines(view, &[&self.draped], [nearer, 1.0]);
        self.draw_marks(view, &self.foot, [0.0, 1.0]);
        self.draw_lines(view, &[&self.plumb], [0.0, 1.0]);
        gl.depth_func(Gl::GREATER);
        self.draw_lines(view, &[&self.path], [PATH, HIDDEN]);
        self.draw_marks(view, &self.run, [MARKS, HIDDEN]);
        gl.depth_func(Gl::LEQUAL);
        self.draw_lines(view, &[&self.path], [PATH, 1.0]);
        self.draw_marks(view, &self.run, [MARKS, 1.0]);
        gl.depth_mask(true);
    }

    fn draw_lines(&self, view: &View, lines: &[&Lines], look: [f32; 2]) {
        self.begin(&self.segments, view, look);
        for Lines(rows) in lines {
            rows.draw_squares(&self.gl);
        }
    }

    fn draw_marks(&self, view: &View, Marks(rows): &Marks, look: [f32; 2]) {
        self.begin(&self.marks, view, look);
        rows.draw_squares(&self.gl);
    }

    fn begin(&self, program: &Program, view: &View, [nearer, strength]: [f32; 2]) {
        let gl = &self.gl;
        program.begin(gl);
        program.set(gl, "projection", &view.matrix());
        program.set(gl, "size", &view.size().map(|length| length as f32));
        program.set(gl, "scale", &[view.px(1.0) as f32]);
        program.set(gl, "nearer", &[nearer]);
        program.set(gl, "strength", &[strength]);
    }
}
