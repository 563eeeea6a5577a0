package org.silverteller.simulator.console;

public final class FakeConsole {
  public static void main(String[] args) throws Exception {
    var bench = new FakeBench();
    bench.show(args[0].equals("idle") ? FakeBench.idle() : FakeBench.presenting());
    bench.show(17, FakeFrames.menu(1280, 1024));
    var server = ConsoleServer.start(bench, Integer.parseInt(args[1]));
    String[] lines = {
      "*TRANSACTION START* 0500 2026-06-18",
      "CARD INSERTED  PAN 622848******0421",
      "PIN ENTERED",
      "WITHDRAWAL 500.00 STAN 000017 RESPONSE 00",
      "NOTES STACKED 100x4 10x10",
      "CARD TAKEN",
      "NOTES PRESENTED 100x4 10x10",
      "CASH RETRACTED 100x4 10x10",
      "REVERSAL 0420 ORIG 000017 REQ 500 DISP 0 ACK 00",
      "TRANSACTION END"
    };
    for (int i = 0; i < 40; i++) bench.journal(i + 1, lines[i % lines.length]);
    for (int i = 0; i < 14; i++) bench.pass(FakeBench.message(i + 1));
    System.out.println(server.address());
    Thread.sleep(Long.parseLong(args[2]) * 1000);
  }
}
