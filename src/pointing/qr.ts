import QRCode from "qrcode";

/**
 * A QR code as SVG markup, dark on white, with a quiet zone of four modules (ISO/IEC 18004); medium error correction
 * stands a fold and a stain.
 */
export function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
}

/** The same as a PNG picture, 1000 pixels wide: sharp on a poster. */
export function qrPng(address: string): Promise<Buffer> {
  return QRCode.toBuffer(address, { type: "png", errorCorrectionLevel: "M", margin: 4, width: 1000 });
}
