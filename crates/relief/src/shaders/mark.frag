#version 300 es
precision highp float;
uniform float strength;
in vec2 at;
flat in vec3 tint;
flat in vec3 form;
out vec4 color;

const vec3 LAMP = vec3(-0.5, 0.62, 0.6);

void main() {
  float far = length(at);
  float covered = clamp(form.x + 0.5 - far, 0.0, 1.0);
  if (form.y > 0.0) covered *= clamp(far - form.y + 0.5, 0.0, 1.0);
  if (covered <= 0.0) discard;
  vec3 ink = tint;
  if (form.z > 0.5) {
    vec2 part = min(far / form.x, 1.0) * (far > 0.0 ? at / far : vec2(0.0));
    vec3 normal = vec3(part, sqrt(max(0.0, 1.0 - dot(part, part))));
    float falls = dot(normal, normalize(LAMP));
    // Its middle has the accent itself.
    ink *= min(1.0, 0.74 + 0.43 * max(falls, 0.0));
    float gleam = max(0.0, reflect(-normalize(LAMP), normal).z);
    ink = mix(ink, vec3(1.0), 0.6 * pow(gleam, 28.0));
  }
  color = vec4(ink, covered * strength);
}
