#version 300 es
// A node of the ground.
uniform mat4 projection;
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 part;
out vec3 up;
out vec2 on_tint;

void main() {
  gl_Position = projection * vec4(place, 1.0);
  up = normal;
  on_tint = part;
}
