//! Programs of the graphics card, and what they are fed with.

use js_sys::Float32Array;
use web_sys::{
    WebGl2RenderingContext as Gl, WebGlBuffer, WebGlProgram, WebGlUniformLocation,
    WebGlVertexArrayObject,
};

/// A program that could not be made: the context is lost, or the card refuses.
#[derive(Debug)]
pub(crate) struct Refused;

/// A linked program.
pub(crate) struct Program {
    program: WebGlProgram,
}

impl Program {
    pub(crate) fn new(gl: &Gl, vertex: &str, fragment: &str) -> Result<Program, Refused> {
        let program = gl.create_program().ok_or(Refused)?;
        for (kind, source) in [(Gl::VERTEX_SHADER, vertex), (Gl::FRAGMENT_SHADER, fragment)] {
            let shader = gl.create_shader(kind).ok_or(Refused)?;
            gl.shader_source(&shader, source);
            gl.compile_shader(&shader);
            gl.attach_shader(&program, &shader);
        }
        gl.link_program(&program);
        let is_linked = gl.get_program_parameter(&program, Gl::LINK_STATUS);
        if is_linked.as_bool() != Some(true) {
            return Err(Refused);
        }
        Ok(Program { program })
    }

    pub(crate) fn begin(&self, gl: &Gl) {
        gl.use_program(Some(&self.program));
    }

    /// Sets a uniform of as many numbers as there are, in the program that has begun; sixteen are a matrix.
    pub(crate) fn set(&self, gl: &Gl, name: &str, numbers: &[f32]) {
        let place = gl.get_uniform_location(&self.program, name);
        let place: Option<&WebGlUniformLocation> = place.as_ref();
        match *numbers {
            [x] => gl.uniform1f(place, x),
            [x, y] => gl.uniform2f(place, x, y),
            [x, y, z] => gl.uniform3f(place, x, y, z),
            [x, y, z, w] => gl.uniform4f(place, x, y, z, w),
            _ => gl.uniform_matrix4fv_with_f32_array(place, false, numbers),
        }
    }
}

/// Numbers on the card, in rows of attributes.
pub(crate) struct Rows {
    array: WebGlVertexArrayObject,
    buffer: WebGlBuffer,
    /// Numbers in a row.
    length: usize,
    /// Rows that are there.
    count: i32,
}

impl Rows {
    /// Rows with attributes of so many numbers each, from location 0; with `instanced`, a row is for a
    /// whole instance and not for a vertex.
    pub(crate) fn new(gl: &Gl, attributes: &[usize], instanced: bool) -> Result<Rows, Refused> {
        let array = gl.create_vertex_array().ok_or(Refused)?;
        let buffer = gl.create_buffer().ok_or(Refused)?;
        gl.bind_vertex_array(Some(&array));
        gl.bind_buffer(Gl::ARRAY_BUFFER, Some(&buffer));
        let length: usize = attributes.iter().sum();
        let mut before = 0;
        for (location, &numbers) in (0..).zip(attributes) {
            gl.enable_vertex_attrib_array(location);
            let (stride, offset) = (4 * length as i32, 4 * before as i32);
            gl.vertex_attrib_pointer_with_i32(
                location,
                numbers as i32,
                Gl::FLOAT,
                false,
                stride,
                offset,
            );
            if instanced {
                gl.vertex_attrib_divisor(location, 1);
            }
            before += numbers;
        }
        gl.bind_vertex_array(None);
        Ok(Rows {
            array,
            buffer,
            length,
            count: 0,
        })
    }

    pub(crate) fn fill(&mut self, gl: &Gl, numbers: &[f32]) {
        gl.bind_buffer(Gl::ARRAY_BUFFER, Some(&self.buffer));
        let numbers_there = Float32Array::from(numbers);
        gl.buffer_data_with_array_buffer_view(Gl::ARRAY_BUFFER, &numbers_there, Gl::DYNAMIC_DRAW);
        self.count = (numbers.len() / self.length) as i32;
    }

    pub(crate) fn bind(&self, gl: &Gl) {
        gl.bind_vertex_array(Some(&self.array));
    }

    /// Draws a square for each instance; its corners are told apart by their number.
    pub(crate) fn draw_squares(&self, gl: &Gl) {
        if self.count > 0 {
            self.bind(gl);
            gl.draw_arrays_instanced(Gl::TRIANGLE_STRIP, 0, 4, self.count);
        }
    }
}
