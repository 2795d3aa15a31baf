#version 300 es
// A round mark, as large wherever it is.
uniform mat4 projection;
uniform vec2 size;
uniform float scale;
uniform float nearer;
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 ink;
// Radius, that of the hole, and 1 for a ball.
layout(location = 2) in vec3 look;
out vec2 at;
flat out vec3 tint;
flat out vec3 form;

void main() {
  vec2 corner = vec2((gl_VertexID & 1) == 1 ? 1.0 : -1.0, (gl_VertexID & 2) == 2 ? 1.0 : -1.0);
  form = vec3(look.xy * scale, look.z);
  at = corner * (form.x + 1.0);
  vec4 middle = projection * vec4(place, 1.0);
  middle.xy += at / (0.5 * size) * middle.w;
  middle.z -= nearer * middle.w;
  gl_Position = middle;
  tint = ink;
}
