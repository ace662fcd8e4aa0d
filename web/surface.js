/**
 * The canvas: as many device pixels as it covers, whatever the browser zoom, the screen or the soft keyboard do.
 */

/** Less than this much of the height gone is a toolbar, more is a soft keyboard (CSS px). */
const KEYBOARD_HEIGHT = 120;

/** The planner draws every pixel, back to front: it needs neither transparency nor depth, and smooths its own edges. */
const CONTEXT_ATTRIBUTES = { alpha: false, depth: false, stencil: false, antialias: false, powerPreference: "low-power" };

export class Surface {
    #canvas;
    #shell;
    #changed;
    #backing = { width: 0, height: 0 };
    #size = { width: 0, height: 0 };

    /**
     * @param {object} parts
     * @param {HTMLCanvasElement} parts.canvas
     * @param {HTMLElement} parts.shell holds canvas and mirror; gets out of the way of the soft keyboard
     * @param {() => void} parts.changed a new frame is needed
     * @param {(restored: boolean) => void} parts.context the drawing context was lost or is back
     */
    constructor({ canvas, shell, changed, context }) {
        this.#canvas = canvas;
        this.#shell = shell;
        this.#changed = changed;
        this.#observeSize();
        this.#observeResolution();
        this.#observeKeyboard();
        canvas.addEventListener("webglcontextlost", (event) => {
            event.preventDefault(); // asks for the context back
            context(false);
        });
        canvas.addEventListener("webglcontextrestored", () => context(true));
    }

    /**
     * Makes the drawing context, which takes long enough to do it while the planner is on its way.
     * @returns {boolean} whether there is one
     */
    createContext() {
        this.prepare(); // a context of another size would have to be made twice
        return this.#canvas.getContext("webgl2", CONTEXT_ATTRIBUTES) !== null;
    }

    /**
     * Gives the canvas its size; to be called right before drawing, because it clears the canvas.
     * @returns {{width: number, height: number, ratio: number}} CSS px, and device px per CSS px
     */
    prepare() {
        if (this.#size.width === 0) this.#measure();
        const { width, height } = this.#backing;
        if (this.#canvas.width !== width) this.#canvas.width = width;
        if (this.#canvas.height !== height) this.#canvas.height = height;
        return { ...this.#size, ratio: width / this.#size.width };
    }

    #observeSize() {
        const observer = new ResizeObserver((entries) => {
            const entry = entries[entries.length - 1];
            if (entry) this.#measure(entry.devicePixelContentBoxSize?.[0]);
            this.#changed();
        });
        try {
            observer.observe(this.#canvas, { box: "device-pixel-content-box" });
        } catch {
            observer.observe(this.#canvas);
        }
    }

    /** A move to another screen or a browser zoom that leaves the CSS size alone. */
    #observeResolution() {
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        query.addEventListener(
            "change",
            () => {
                this.#measure();
                this.#changed();
                this.#observeResolution();
            },
            { once: true },
        );
    }

    /** @param {ResizeObserverSize} [exact] device px, where the browser tells */
    #measure(exact) {
        const box = this.#canvas.getBoundingClientRect();
        this.#size = { width: Math.max(1, box.width), height: Math.max(1, box.height) };
        this.#backing = {
            width: devicePixels(this.#size.width, exact?.inlineSize),
            height: devicePixels(this.#size.height, exact?.blockSize),
        };
    }

    #observeKeyboard() {
        const viewport = window.visualViewport;
        if (!viewport) return;
        const adjust = () => {
            // Zoomed in by pinching, the visual viewport is a part of the page and says nothing about a keyboard.
            const open = Math.abs(viewport.scale - 1) < 0.01 && innerHeight - viewport.height > KEYBOARD_HEIGHT;
            this.#shell.style.height = open ? `${viewport.height}px` : "";
            this.#shell.style.top = open ? `${viewport.offsetTop}px` : "";
            if (open) requestAnimationFrame(() => document.activeElement?.scrollIntoView({ block: "nearest" }));
        };
        viewport.addEventListener("resize", adjust);
        viewport.addEventListener("scroll", adjust);
    }
}

/**
 * @param {number} length CSS px
 * @param {number | undefined} exact what the browser tells; it knows to which side it rounded, but ignores a pretended screen
 */
function devicePixels(length, exact) {
    const computed = length * devicePixelRatio;
    const pixels = exact !== undefined && Math.abs(exact - computed) < 2 ? exact : Math.round(computed);
    return Math.max(1, pixels);
}
