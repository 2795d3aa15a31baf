//! Where a smooth picture is drawn before it comes on the canvas.

use web_sys::{WebGl2RenderingContext as Gl, WebGlFramebuffer, WebGlRenderbuffer};

use crate::program::Refused;

/// Samples of each pixel: every card has as many.
const SAMPLES: i32 = 4;

/// A picture with several samples of each pixel.
pub(crate) struct Target {
    frame: WebGlFramebuffer,
    color: WebGlRenderbuffer,
    depth: WebGlRenderbuffer,
    size: [i32; 2],
}

impl Target {
    pub(crate) fn new(gl: &Gl) -> Result<Target, Refused> {
        Ok(Target {
            frame: gl.create_framebuffer().ok_or(Refused)?,
            color: gl.create_renderbuffer().ok_or(Refused)?,
            depth: gl.create_renderbuffer().ok_or(Refused)?,
            size: [0; 2],
        })
    }

    /// Draws on it from here on, in a size in pixels.
    pub(crate) fn begin(&mut self, gl: &Gl, size: [i32; 2]) {
        gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(&self.frame));
        if self.size == size {
            return;
        }
        self.size = size;
        for (buffer, format, place) in [
            (&self.color, Gl::RGBA8, Gl::COLOR_ATTACHMENT0),
            (&self.depth, Gl::DEPTH_COMPONENT24, Gl::DEPTH_ATTACHMENT),
        ] {
            gl.bind_renderbuffer(Gl::RENDERBUFFER, Some(buffer));
            let [width, height] = size;
            let kind = Gl::RENDERBUFFER;
            gl.renderbuffer_storage_multisample(kind, SAMPLES, format, width, height);
            gl.framebuffer_renderbuffer(Gl::FRAMEBUFFER, place, kind, Some(buffer));
        }
    }

    /// Brings it on the canvas, which is as large.
    pub(crate) fn end(&self, gl: &Gl) {
        let [width, height] = self.size;
        gl.bind_framebuffer(Gl::READ_FRAMEBUFFER, Some(&self.frame));
        gl.bind_framebuffer(Gl::DRAW_FRAMEBUFFER, None);
        let (what, how) = (Gl::COLOR_BUFFER_BIT, Gl::NEAREST);
        gl.blit_framebuffer(0, 0, width, height, 0, 0, width, height, what, how);
        gl.bind_framebuffer(Gl::FRAMEBUFFER, None);
    }
}
