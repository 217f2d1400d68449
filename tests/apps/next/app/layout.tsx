import type {ReactNode} from 'react';

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="fr">
      <head>
        <title>Next</title>
      </head>
      <body>{children}</body>
    </html>
  );
}
