#version 300 es
precision highp float;
uniform float strength;
in vec4 tint;
in float aside;
flat in float half_width;
out vec4 color;

void main() {
  float covered = clamp(half_width + 0.5 - abs(aside), 0.0, 1.0);
  color = vec4(tint.rgb, tint.a * covered * strength);
}
