// A port that nothing listens on.
import { createServer } from "node:net";

/** A free port of this machine. */
export function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
