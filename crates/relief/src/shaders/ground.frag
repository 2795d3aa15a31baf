#version 300 es
// Its tint, in the light that falls on it: as charts::Light has it.
precision highp float;
uniform sampler2D tint;
uniform vec3 toward;
uniform vec4 shade;
uniform float shine;
uniform float under;
uniform vec3 paper;
in vec3 up;
in vec2 on_tint;
out vec4 color;

void main() {
  vec4 known = texture(tint, on_tint);
  vec3 ground = mix(paper, known.rgb, known.a);
  float falls = dot(normalize(up), toward);
  float bright = gl_FrontFacing ? clamp(falls / toward.z - 1.0, -1.0, 1.0) : under;
  vec3 lit = bright < 0.0 ? mix(ground, shade.rgb, -shade.a * bright) : mix(ground, vec3(1.0), shine * bright);
  color = vec4(lit, 1.0);
}
