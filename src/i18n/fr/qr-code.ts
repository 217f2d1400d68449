/** Messages of QR codes. */
export const qrCode = {
  qrCodeOf: (address: string) => `Code QR de l’adresse ${address}`,
  sheetAtQrCode: 'Le code QR mène à la fiche complète du projet.',
};
