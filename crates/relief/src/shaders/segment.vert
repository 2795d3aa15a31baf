#version 300 es
// A piece of a line as a band that is as wide wherever it is, a pixel wider on each side for a smooth edge.
uniform mat4 projection;
uniform vec2 size;
uniform float scale;
uniform float nearer;
layout(location = 0) in vec3 from;
layout(location = 1) in vec3 to;
layout(location = 2) in vec4 ink;
layout(location = 3) in float width;
out vec4 tint;
out float aside;
flat out float half_width;

void main() {
  vec4 ends[2] = vec4[2](projection * vec4(from, 1.0), projection * vec4(to, 1.0));
  vec2 half_size = 0.5 * size;
  vec2 way = (ends[1].xy / ends[1].w - ends[0].xy / ends[0].w) * half_size;
  float far = length(way);
  way = far > 1e-6 ? way / far : vec2(1.0, 0.0);
  bool is_end = (gl_VertexID & 1) == 1;
  float side = (gl_VertexID & 2) == 2 ? 1.0 : -1.0;
  // No line is thinner than a pixel: a fainter one looks thinner.
  float wide = max(width * scale, 1.0);
  half_width = 0.5 * wide;
  aside = side * (half_width + 1.0);
  // Strong lines reach over their corners; in faint ones that would be seen.
  float over = ink.a > 0.99 ? 0.35 * wide : 0.0;
  vec4 place = is_end ? ends[1] : ends[0];
  vec2 off = vec2(-way.y, way.x) * aside + way * (is_end ? over : -over);
  place.xy += off / half_size * place.w;
  place.z -= nearer * place.w;
  gl_Position = place;
  tint = vec4(ink.rgb, ink.a * min(1.0, width * scale));
}
