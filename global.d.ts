// Types of CSS modules and images, also before the first `next build` writes next-env.d.ts.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
